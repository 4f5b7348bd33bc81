/** A calendar day in UTC, `YYYY-MM-DD`. */
export type IsoDate = string & { readonly __brand: 'IsoDate' };

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Reads the day out of a date or date-time text (`2026-06-09`, `2026/06/09T…`), or null. */
export function parseIsoDate(text: string): IsoDate | null {
  const match = /^\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/.exec(text);
  if (match === null) return null;
  const [, year = '', month = '', day = ''] = match;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || isoDateOf(time) !== iso ? null : (iso as IsoDate);
}

/** The UTC day of a moment given in ms since epoch. */
export function isoDateOf(timeMs: number): IsoDate {
  return new Date(timeMs).toISOString().slice(0, 10) as IsoDate;
}

/** The start of a UTC day, in ms since epoch. */
export function startOfDayMs(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The day `days` after `date`; negative values go back. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return isoDateOf(startOfDayMs(date) + days * DAY);
}

/** True on Saturday and Sunday, when neither Hugging Face nor arXiv publishes a list. */
export function isWeekend(date: IsoDate): boolean {
  const weekday = new Date(startOfDayMs(date)).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** The same day of an earlier month, or its last day if it is shorter. */
export function monthsBefore(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return isoDateOf(Date.UTC(year, month - 1 - months, Math.min(day, lastDay)));
}
