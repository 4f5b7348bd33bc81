import { addDays, DAY, HOUR, isoDateOf, isWeekend, type IsoDate, MINUTE } from '../../model/dates';

/** ArXiv takes submissions until 14:00 in New York, and brings out a list for each weekday. */
const DEADLINE_MS = 14 * HOUR;
/** The feed of a day is built at midnight in New York, and out some minutes later. */
const FEED_OUT_MS = 30 * MINUTE;
/** The hour (UTC) that arXiv asks to leave to its own work. */
const QUIET_HOUR_UTC = 0;

/**
 * The day whose list holds a paper submitted at a moment, by the schedule alone: holds and holidays delay it.
 * Units: ms since epoch.
 *
 * Source: https://info.arxiv.org/help/availability.html
 */
export function announcedOn(submittedMs: number): IsoDate | undefined {
  if (Number.isNaN(submittedMs)) return undefined;
  const localMs = submittedMs + newYorkOffsetMs(submittedMs);
  let deadlineDay = isoDateOf(localMs + DAY - DEADLINE_MS);
  while (isWeekend(deadlineDay)) deadlineDay = addDays(deadlineDay, 1);
  // Friday's submissions are on Monday's list.
  let listDay = addDays(deadlineDay, 1);
  while (isWeekend(listDay)) listDay = addDays(listDay, 1);
  return listDay;
}

/** The day whose feed is out: it comes at midnight in New York. */
export function feedDay(timeMs: number): IsoDate {
  return isoDateOf(timeMs + newYorkOffsetMs(timeMs) - FEED_OUT_MS);
}

/** The end of the quiet hour; null outside of it. */
export function quietUntilMs(nowMs: number): number | null {
  const isQuiet = new Date(nowMs).getUTCHours() === QUIET_HOUR_UTC;
  return isQuiet ? new Date(nowMs).setUTCHours(QUIET_HOUR_UTC + 1, 0, 0, 0) : null;
}

/** The first moment from `timeMs` on that can bring a new feed: no weekend, no quiet hour. */
export function usefulAtMs(timeMs: number): number {
  // From Friday's feed on, the next is Monday's.
  let usefulMs = timeMs;
  for (let day = feedDay(usefulMs); isWeekend(day); day = feedDay(usefulMs)) {
    usefulMs = Date.parse(`${addDays(day, 1)}T00:00:00Z`) - newYorkOffsetMs(usefulMs) + FEED_OUT_MS;
  }
  return quietUntilMs(usefulMs) ?? usefulMs;
}

/** New York's time less UTC: summer time from the second Sunday of March to the first of November. */
export function newYorkOffsetMs(timeMs: number): number {
  const year = new Date(timeMs).getUTCFullYear();
  const beginsMs = sundayMs(year, 2, 2) + 7 * HOUR;
  const endsMs = sundayMs(year, 10, 1) + 6 * HOUR;
  return timeMs >= beginsMs && timeMs < endsMs ? -4 * HOUR : -5 * HOUR;
}

/** The start of the n-th Sunday of a month (from 0). */
function sundayMs(year: number, month: number, nth: number): number {
  const firstMs = Date.UTC(year, month, 1);
  const daysToSunday = (7 - new Date(firstMs).getUTCDay()) % 7;
  return firstMs + (daysToSunday + (nth - 1) * 7) * DAY;
}
