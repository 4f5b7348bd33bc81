import { addDays, DAY, HOUR, isoDateOf, isWeekend, type IsoDate } from '../../model/dates';

/** Submissions are taken until 14:00 in New York; a list comes out for each weekday. */
const DEADLINE_MS = 14 * HOUR;

/**
 * The day whose list holds a paper submitted at a moment, as far as the schedule says: papers on hold and
 * holidays come later. Units: ms since epoch.
 *
 * Source: https://info.arxiv.org/help/availability.html
 */
export function announcedOn(submittedMs: number): IsoDate | undefined {
  if (Number.isNaN(submittedMs)) return undefined;
  const localMs = submittedMs + newYorkOffsetMs(submittedMs);
  let deadlineDay = isoDateOf(localMs + DAY - DEADLINE_MS);
  while (isWeekend(deadlineDay)) deadlineDay = addDays(deadlineDay, 1);
  // The list of Friday's submissions is that of Monday.
  let listDay = addDays(deadlineDay, 1);
  while (isWeekend(listDay)) listDay = addDays(listDay, 1);
  return listDay;
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
