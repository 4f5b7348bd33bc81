import { DAY, HOUR, MINUTE, type IsoDate, isoDateOf, startOfDayMs } from '../../lib/model/dates';

const COUNT = new Intl.NumberFormat('en');

/** `11,482`. */
export function formatCount(count: number): string {
  return COUNT.format(count);
}

/** `1 paper`, `2 papers`, `1,200 papers`. */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `Tuesday 9 June`, with the year when it is not this year. */
export function formatWeekday(date: IsoDate, nowMs: number): string {
  return `${part(date, { weekday: 'long' })} ${formatDay(date, nowMs)}`;
}

/** `9 June`, with the year when it is not this year. */
export function formatDay(date: IsoDate, nowMs: number): string {
  const year = isoDateOf(nowMs).slice(0, 4) === date.slice(0, 4) ? '' : ` ${date.slice(0, 4)}`;
  return `${part(date, { day: 'numeric', month: 'long' })}${year}`;
}

/** `June 2026`. */
export function formatMonthName(date: IsoDate): string {
  return part(date, { month: 'long', year: 'numeric' });
}

/** `Jun 2026`. */
export function formatMonth(date: IsoDate): string {
  return part(date, { month: 'short', year: 'numeric' });
}

/** `9 Jun 2026`. */
export function formatDate(date: IsoDate): string {
  return part(date, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** `just now`, `5 min ago`, `2 h ago`, `3 days ago`. */
export function formatAge(timeMs: number, nowMs: number): string {
  const span = formatSpan(nowMs - timeMs);
  return span === null ? 'just now' : `${span} ago`;
}

/** `3 days old`. */
export function formatOld(timeMs: number, nowMs: number): string {
  return `${formatSpan(nowMs - timeMs) ?? '0 min'} old`;
}

/** `in a moment`, `in 5 min`, `in 2 h`, `in 3 days`. */
export function formatUntil(timeMs: number, nowMs: number): string {
  const span = formatSpan(timeMs - nowMs);
  return span === null ? 'in a moment' : `in ${span}`;
}

/** `820 kB`, `12.4 MB`: powers of ten, as browsers show storage. */
export function formatBytes(bytes: number): string {
  if (bytes < 1e6) return `${formatCount(Math.ceil(bytes / 1e3))} kB`;
  const [value, unit] = bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`;
}

/** `5 min`, `2 h`, `3 days`; null under a minute. */
export function formatSpan(spanMs: number): string | null {
  if (spanMs < MINUTE) return null;
  if (spanMs < HOUR) return `${Math.round(spanMs / MINUTE)} min`;
  if (spanMs < 2 * DAY) return `${Math.round(spanMs / HOUR)} h`;
  return `${Math.round(spanMs / DAY)} days`;
}

function part(date: IsoDate, options: Intl.DateTimeFormatOptions): string {
  // British order without commas; days are UTC days everywhere.
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })
    .format(startOfDayMs(date))
    .replace(',', '');
}
