import { addDays, parseIsoDate, startOfDayMs, type IsoDate } from '../../lib/model/dates';
import { json } from './responses';
import type { DailyItem, ReplayLibrary, ReplayResponse } from './types';

/** The part of a library that the daily list needs. */
type DailyLists = Pick<ReplayLibrary, 'edition' | 'editionDates'>;

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 100;

/**
 * Answers `GET /api/daily_papers`: one day, week or month, the newest day without any of them; 50 a page.
 *
 * Source: the parameters as Hugging Face's own client documents them; an unusable value gives status 400.
 */
export function dailyPapers(library: DailyLists, query: URLSearchParams): ReplayResponse {
  const page = wholeNumber(query.get('p'), 0);
  const limit = wholeNumber(query.get('limit'), DEFAULT_LIMIT);
  if (page === null || limit === null || limit < 1 || limit > MAX_LIMIT) return badRequest('p, limit');
  const dates = chosenDates(library, query);
  if (dates === null) return badRequest('date, week, month');
  const items = sorted(
    dates.flatMap((date) => library.edition(date)),
    query.get('sort'),
  );
  return json(items.slice(page * limit, (page + 1) * limit));
}

function chosenDates(library: DailyLists, query: URLSearchParams): readonly IsoDate[] | null {
  const [date, week, month] = [query.get('date'), query.get('week'), query.get('month')];
  if (date !== null) {
    const day = parseIsoDate(date);
    return day === null ? null : [day];
  }
  if (week !== null) {
    const monday = mondayOf(week);
    if (monday === null) return null;
    const sunday = addDays(monday, 6);
    return library.editionDates.filter((day) => day >= monday && day <= sunday);
  }
  if (month !== null) {
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return null;
    return library.editionDates.filter((day) => day.startsWith(month));
  }
  return library.editionDates.slice(0, 1);
}

/** The Monday of an ISO week (`2026-W24`), or null. Week 1 is the one that holds 4 January. */
export function mondayOf(week: string): IsoDate | null {
  const match = /^(\d{4})-W(\d{2})$/.exec(week);
  if (match === null) return null;
  const [, year = '', number = ''] = match;
  const fourth = parseIsoDate(`${year}-01-04`);
  const weekNumber = Number(number);
  if (fourth === null || weekNumber < 1 || weekNumber > 53) return null;
  const daysAfterMonday = (new Date(startOfDayMs(fourth)).getUTCDay() + 6) % 7;
  return addDays(fourth, (weekNumber - 1) * 7 - daysAfterMonday);
}

function sorted(items: readonly DailyItem[], order: string | null): readonly DailyItem[] {
  if (order !== 'trending') return items;
  return items.toSorted((a, b) => (b.paper.upvotes ?? 0) - (a.paper.upvotes ?? 0));
}

function wholeNumber(value: string | null, fallback: number): number | null {
  if (value === null) return fallback;
  return /^\d{1,6}$/.test(value) ? Number(value) : null;
}

function badRequest(parameters: string): ReplayResponse {
  return json({ error: `Invalid value for one of: ${parameters}` }, 400);
}
