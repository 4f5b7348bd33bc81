import { addDays, HOUR, isoDateOf, MINUTE } from '../dates';
import type { Paper } from '../paper/paper';

/** Looks that are no further apart are one: who closes and opens the list again has not been away. */
const SAME_VISIT_MS = 30 * MINUTE;
/** Late papers of an earlier day are new all the same; history that is fetched now is not. */
export const LATE_DAYS = 7;
/** A clock that was put back must not hide what comes in. */
const MAX_AHEAD_MS = HOUR;

/** When the reader looked at the list, ms since epoch. */
export interface Visit {
  /** The last time. */
  readonly atMs: number;
  /** The end of the look before: what came in since is what was missed. */
  readonly beforeMs: number;
}

/** The look after one at `nowMs`. */
export function nextVisit(visit: Visit, nowMs: number): Visit {
  return { atMs: nowMs, beforeMs: missedSinceMs(visit, nowMs) };
}

/** Since when things were missed, for who looks at `nowMs`. */
export function missedSinceMs({ atMs, beforeMs }: Visit, nowMs: number): number {
  if (atMs > nowMs + MAX_AHEAD_MS) return nowMs;
  return nowMs - atMs <= SAME_VISIT_MS ? beforeMs : atMs;
}

/** True for a paper that came in after a moment and belongs to the days about it. */
export function isNewSince(paper: Pick<Paper, 'addedAtMs' | 'listedOn'>, sinceMs: number): boolean {
  if (paper.addedAtMs <= sinceMs) return false;
  return paper.listedOn === undefined || paper.listedOn >= addDays(isoDateOf(sinceMs), -LATE_DAYS);
}
