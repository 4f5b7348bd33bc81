import { parseIsoDate } from '../../lib/model/dates';
import { json } from './responses';
import type { DailyItem, ReplayLibrary, ReplayResponse } from './types';

/** The part of a library that the daily list needs. */
type DailyLists = Pick<ReplayLibrary, 'edition' | 'editionDates'>;

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 100;

/**
 * Answers `GET /api/daily_papers`: one day, the newest by default; 50 papers a page.
 *
 * Source: the parameters as Hugging Face's own client documents them; an unusable value gives status 400.
 */
export function dailyPapers(library: DailyLists, query: URLSearchParams): ReplayResponse {
  const page = wholeNumber(query.get('p'), 0);
  const limit = wholeNumber(query.get('limit'), DEFAULT_LIMIT);
  if (page === null || limit === null || limit < 1 || limit > MAX_LIMIT) return badRequest('p, limit');
  const date = parseIsoDate(query.get('date') ?? library.editionDates[0] ?? '');
  if (date === null) return badRequest('date');
  const items = sorted(library.edition(date), query.get('sort'));
  return json(items.slice(page * limit, (page + 1) * limit));
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
