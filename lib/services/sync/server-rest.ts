import type { Server } from '../../db/schema';
import { NetworkError } from '../../errors';
import { DAY, HOUR, MINUTE } from '../../model/dates';
import type { WaitReason } from '../../model/feed/job';
import type { Source } from '../../sources/types';

/** After a 429 a server is left alone for at least this long (arXiv asks for it, and it suits the others). */
const RATE_LIMIT_REST_MS = 10 * MINUTE;
/** No rest is longer: a server may ask for a day. */
const LONGEST_REST_MS = DAY + HOUR;

/** Why a source is not to be asked, and until when (ms since epoch). */
export interface Rest {
  readonly reason: WaitReason;
  readonly untilMs: number;
}

/** Why a source is not to be asked now by anyone, not even when the reader says so; null when it may be. */
export function restOf(
  source: Pick<Source, 'quietUntilMs'>,
  server: Server | undefined,
  nowMs: number,
): Rest | null {
  const quietUntilMs = source.quietUntilMs?.(nowMs) ?? null;
  if (quietUntilMs !== null) return { reason: 'quiet-hour', untilMs: quietUntilMs };
  const { restUntilMs = 0, restSetAtMs = 0 } = server ?? {};
  // What was noted in the future was noted by a clock that has been put back since.
  const isResting = restUntilMs > nowMs && restSetAtMs <= nowMs && restUntilMs <= nowMs + LONGEST_REST_MS;
  return isResting ? { reason: 'server', untilMs: restUntilMs } : null;
}

/** The end of the rest that a failed request asks for, ms since epoch; null when it asks for none. */
export function restAfter(error: unknown, nowMs: number): number | null {
  if (!(error instanceof NetworkError)) return null;
  const leastMs = error.code === 'rate-limited' ? nowMs + RATE_LIMIT_REST_MS : 0;
  const untilMs = Math.max(leastMs, error.retryAtMs ?? 0);
  return untilMs > nowMs ? untilMs : null;
}

/** How long to wait before the next request, so that the source's pause lies between two. */
export function pauseBeforeMs(minIntervalMs: number, lastRequestAtMs: number, nowMs: number): number {
  const sinceMs = nowMs - lastRequestAtMs;
  // After a clock that was put back, the last request may be in the future.
  return sinceMs < 0 ? minIntervalMs : Math.max(0, minIntervalMs - sinceMs);
}
