import { parseIsoDate } from '../../model/dates';
import type { IsoDate } from '../../model/dates';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = new RegExp(String.raw`\b(?:${MONTHS.join('|')})`, 'i');

/**
 * Reads a whole day as publishers write it: `2021-08-05`, `Dec 20, 2006`, `24 Apr 2013`, `2012 Nov 26`,
 * `03/01/2014` (month first); null for a month, a year or anything else.
 */
export function parseMetaDate(written: string): IsoDate | null {
  const text = written.slice(0, 40);
  const month = MONTH.exec(text)?.[0].toLowerCase();
  if (month === undefined) return parseIsoDate(text.replace(/^\s*(\d+\/\d+)\/(\d{4})\b/, '$2/$1'));
  const day = /\b\d{1,2}\b/.exec(text)?.[0];
  return parseIsoDate(`${/\b\d{4}\b/.exec(text)?.[0]}-${MONTHS.indexOf(month) + 1}-${day}`);
}

/**
 * Finds the day on which the first version appeared: the earliest of these, unless another one, also a
 * partial date, names an earlier year.
 *
 * A digitised paper carries the day it went online: `citation_publication_date` 1955 with
 * `citation_online_date` 2008/02/04 gives no day.
 */
export function firstDay(written: readonly string[]): IsoDate | null {
  const days = written.flatMap((text) => parseMetaDate(text) ?? []);
  const earliest = days.sort()[0];
  if (earliest === undefined) return null;
  const years = written.map((text) => Number(/\b(?:1[89]|20)\d\d\b/.exec(text)?.[0] ?? Infinity));
  return Math.min(...years) < Number(earliest.slice(0, 4)) - 1 ? null : earliest;
}
