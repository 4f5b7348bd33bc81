import { DAY, HOUR, startOfDayMs } from '../dates';
import type { Paper } from './paper';

/** Growth is measured over about a day: over less it is noise, over more it is fame. */
const SPAN_MS = 20 * HOUR;
/** Papers listed longer ago are no news, however they grow. */
const MAX_AGE_MS = 14 * DAY;
/** The first hours of a paper would make a rate of any number. */
const MIN_SPAN_MS = 6 * HOUR;

/**
 * Upvotes that a paper gains per day, by its counts of about a day ago and its last ones; 0 when that cannot
 * be told. A paper of the last two days without earlier counts began its day with none.
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
