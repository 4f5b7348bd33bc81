import type { IsoDate } from '../../model/dates';
import type { ArxivCursor } from './cursor';

/** Papers per page of the API; its limit is 2,000, but large pages often time out. */
export const API_PAGE_SIZE = 200;

/**
 * The address that a cursor stands for.
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
        ['max_results', `${cursor.ids.length}`], // Without it ten are answered.
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
