import * as v from 'valibot';
import { isoDay } from '../../parse';
import type { IsoDate } from '../../model/dates';
import type { Cursor } from '../../model/feed/request';

/** Papers per page of the API. Its limit is 2,000, but large pages often time out. */
export const API_PAGE_SIZE = 200;

const CURSOR = v.variant('kind', [
  /** The daily feed of some categories. */
  v.object({ kind: v.literal('feed'), categories: texts() }),
  /** A page of the API: the papers of a category that were submitted in some days, newest first. */
  v.object({
    kind: v.literal('window'),
    category: v.string(),
    from: isoDay,
    to: isoDay,
    start: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  /** Papers by id, from the API. */
  v.object({ kind: v.literal('ids'), ids: texts() }),
]);

/** One request to arXiv. */
export type ArxivCursor = v.InferOutput<typeof CURSOR>;

/** Reads a stored cursor; null for a cursor of another source or of an older version. */
export function readArxivCursor(cursor: Cursor): ArxivCursor | null {
  const read = v.safeParse(CURSOR, cursor);
  return read.success ? read.output : null;
}

/**
 * The URL that a cursor stands for.
 *
 * Source: https://info.arxiv.org/help/api/user-manual.html and https://info.arxiv.org/help/rss.html
 */
export function arxivUrlOf(cursor: ArxivCursor): string {
  switch (cursor.kind) {
    case 'feed':
      return `https://rss.arxiv.org/rss/${cursor.categories.map(encodeURIComponent).join('+')}`;
    case 'window':
      return apiUrl([
        [
          'search_query',
          `cat:${encodeURIComponent(cursor.category)}+AND+submittedDate:${daysOf(cursor.from, cursor.to)}`,
        ],
        ['sortBy', 'submittedDate'],
        ['sortOrder', 'descending'],
        ['start', `${cursor.start}`],
        ['max_results', `${API_PAGE_SIZE}`],
      ]);
    case 'ids':
      return apiUrl([
        ['id_list', cursor.ids.map(encodeURIComponent).join(',')],
        ['max_results', `${cursor.ids.length}`], // The API gives ten by default.
      ]);
  }
}

/** `[202605010000 TO 202605312359]`, to the minute and in GMT. */
function daysOf(from: IsoDate, to: IsoDate): string {
  return `%5B${from.replaceAll('-', '')}0000+TO+${to.replaceAll('-', '')}2359%5D`;
}

/** Written by hand: `URLSearchParams` would encode the `:` and `,` that the API's manual writes plainly. */
function apiUrl(parameters: readonly (readonly [string, string])[]): string {
  const query = parameters.map(([name, value]) => `${name}=${value}`).join('&');
  return `https://export.arxiv.org/api/query?${query}`;
}

function texts() {
  return v.pipe(v.array(v.string()), v.minLength(1), v.readonly());
}
