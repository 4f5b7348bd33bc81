import { DAY, HOUR, isoDateOf, startOfDayMs } from '../dates';
import type { CountSnapshot, Paper } from './paper';

/** Snapshots of one paper: two days at the least distance, more when it is fetched less often. */
const MAX_SNAPSHOTS = 8;
/** A snapshot closer to the previous one says nothing new. */
const MIN_DISTANCE_MS = 6 * HOUR;

/**
 * The earlier counts of a paper, oldest first; at most eight.
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

/** Growth is measured over about a day: less shows noise, more shows fame. */
const SPAN_MS = 20 * HOUR;
/** Papers listed longer ago are not news, however fast they grow. */
const MAX_AGE_MS = 14 * DAY;
/** In a paper's first hours any count would look like a high rate. */
const MIN_SPAN_MS = 6 * HOUR;

/**
 * Upvotes that a paper gains per day, from its counts of about a day ago to the latest; 0 when unknown. A
 * paper of the last two days without earlier counts started with none.
 *
 * Units: upvotes per day. `nowMs` is ms since epoch.
 */
export function risingRate(paper: Paper, nowMs: number): number {
  const { upvotes, listedOn, earlierCounts = [] } = paper;
  if (upvotes === undefined || listedOn === undefined) return 0;
  const listedAtMs = startOfDayMs(listedOn);
  if (listedAtMs < nowMs - MAX_AGE_MS) return 0;
  const countedAtMs = Math.max(...paper.provenance.map(({ fetchedAtMs }) => fetchedAtMs));
  const isNew = listedAtMs > countedAtMs - 2 * DAY;
  const base =
    earlierCounts.findLast(({ atMs }) => atMs <= countedAtMs - SPAN_MS) ??
    (isNew ? { atMs: listedAtMs, upvotes: 0 } : earlierCounts[0]);
  if (base === undefined) return 0;
  const spanMs = Math.max(MIN_SPAN_MS, countedAtMs - base.atMs);
  return Math.max(0, ((upvotes - base.upvotes) / spanMs) * DAY);
}

/** What doubling the upvotes of a paper is worth, in days of its age. */
const DAYS_PER_DOUBLING = 60;

/**
 * How much a paper is worth keeping when space runs out: the oldest and least upvoted score lowest.
 *
 * Units: days since 1970 of the list it is on, and 60 more for each doubling of its upvotes: 100 upvotes keep
 * a paper about a year longer than none. Comparable between papers, whenever computed.
 */
export function retentionScoreOf({ listedOn, publishedOn, addedAtMs, upvotes = 0 }: Paper): number {
  const day = startOfDayMs(listedOn ?? publishedOn ?? isoDateOf(addedAtMs)) / DAY;
  return Math.round(day + DAYS_PER_DOUBLING * Math.log2(1 + upvotes));
}
