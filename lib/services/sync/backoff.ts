import { HOUR, MINUTE } from '../../model/dates';

const FIRST_MS = MINUTE;
const LONGEST_MS = 6 * HOUR;
/** Spread of ±20 %, so that machines which failed together do not come back together. */
const JITTER = 0.2;

/**
 * When to try again after the n-th failure in a row (n from 1).
 *
 * A time that the server named is a lower bound; so is `leastMs`, for servers that want to be left alone for
 * longer.
 */
export function retryAt(
  failures: number,
  nowMs: number,
  options: {
    readonly serverSaysMs?: number | undefined;
    readonly leastMs?: number;
    readonly random?: () => number;
  },
): number {
  const { serverSaysMs = 0, leastMs = 0, random = Math.random } = options;
  const grown = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
  const jittered = grown * (1 - JITTER + 2 * JITTER * random());
  return Math.max(nowMs + Math.max(jittered, leastMs), serverSaysMs);
}
