import { HOUR } from '../dates';
import type { CountSnapshot, Paper } from './paper';

/** Snapshots of one paper: two days at the least distance, more when it is fetched less often. */
const MAX_SNAPSHOTS = 8;
/** A snapshot closer to the one before it says nothing new. */
const MIN_DISTANCE_MS = 6 * HOUR;

/**
 * The counts that a paper had before they were fetched anew, oldest first; at most eight.
 *
 * Kept only where the number of upvotes changed. `countedAtMs` is when the known ones were fetched, ms since
 * epoch.
 */
export function rememberCounts(
  known: Pick<Paper, 'comments' | 'earlierCounts' | 'upvotes'>,
  upvotes: number | undefined,
  countedAtMs: number | undefined,
): readonly CountSnapshot[] {
  const { earlierCounts: earlier = [] } = known;
  if (known.upvotes === undefined || countedAtMs === undefined) return earlier;
  if (upvotes === undefined || upvotes === known.upvotes) return earlier;
  const last = earlier.at(-1);
  if (last !== undefined && Math.abs(countedAtMs - last.atMs) < MIN_DISTANCE_MS) return earlier;
  const snapshot = {
    atMs: countedAtMs,
    upvotes: known.upvotes,
    ...(known.comments === undefined ? {} : { comments: known.comments }),
  };
  return [...earlier, snapshot].slice(-MAX_SNAPSHOTS);
}
