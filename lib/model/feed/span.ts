import { addDays, DAY, type IsoDate, isoDateOf, startOfDayMs } from '../dates';

/** Days from the first to the last, both included. */
export interface DaySpan {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The week (Monday to Sunday) or the month that holds a day. */
export function spanAround(span: 'month' | 'week', date: IsoDate): DaySpan {
  if (span === 'week') {
    const daysAfterMonday = (new Date(startOfDayMs(date)).getUTCDay() + 6) % 7;
    const from = addDays(date, -daysAfterMonday);
    return { from, to: addDays(from, 6) };
  }
  const [year = 0, month = 1] = date.split('-').map(Number);
  return { from: isoDateOf(Date.UTC(year, month - 1, 1)), to: isoDateOf(Date.UTC(year, month, 1) - DAY) };
}
