import { addDays, HOUR, isoDateOf, MINUTE } from '../dates';
import type { Paper } from '../paper/paper';

/** Visits no further apart count as one: a reader who closes and reopens the list has not been away. */
const SAME_VISIT_MS = 30 * MINUTE;
/** Late papers of an earlier day are still new; history that is fetched now is not. */
export const LATE_DAYS = 7;
/** A clock that moved back must not hide incoming papers. */
const MAX_AHEAD_MS = HOUR;

/** When the reader visited the list, ms since epoch. */
export interface Visit {
  /** The last visit. */
  readonly atMs: number;
  /** The end of the visit before: papers that came in since were missed. */
  readonly beforeMs: number;
}

/** The visit that follows a known one, at `nowMs`. */
export function nextVisit(visit: Visit, nowMs: number): Visit {
  return { atMs: nowMs, beforeMs: missedSinceMs(visit, nowMs) };
}

/** Since when a reader who visits at `nowMs` has missed papers. */
export function missedSinceMs({ atMs, beforeMs }: Visit, nowMs: number): number {
  if (atMs > nowMs + MAX_AHEAD_MS) return nowMs;
  return nowMs - atMs <= SAME_VISIT_MS ? beforeMs : atMs;
}

/** True for a paper that came in after a moment and belongs to the days around it. */
export function isNewSince(paper: Pick<Paper, 'addedAtMs' | 'listedOn'>, sinceMs: number): boolean {
  if (paper.addedAtMs <= sinceMs) return false;
  return paper.listedOn === undefined || paper.listedOn >= addDays(isoDateOf(sinceMs), -LATE_DAYS);
}
