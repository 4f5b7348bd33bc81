import * as v from 'valibot';
import { isoDay } from '../../parse';
import type { IsoDate } from '../../model/dates';
import type { Cursor } from '../../model/feed/request';

const API_URL = 'https://huggingface.co/api';

/** Papers to ask for per page. */
const LIMIT = 100;

/** Pages of one day at most: 500 papers, ten times the fullest day recorded. */
export const MAX_PAGES = 10;

/** One request to the daily papers. */
export type HfCursor =
  | { readonly kind: 'latest' }
  | { readonly kind: 'trending' }
  | {
      readonly kind: 'day';
      readonly date: IsoDate;
      readonly page: number;
      /** Links of the papers on the day's earlier pages. */
      readonly seen: readonly string[];
    };

const HfCursorSchema = v.variant('kind', [
  v.object({ kind: v.literal('latest') }),
  v.object({ kind: v.literal('trending') }),
  v.object({
    kind: v.literal('day'),
    date: isoDay,
    page: v.pipe(v.number(), v.integer(), v.minValue(0)),
    seen: v.optional(v.array(v.string()), []),
  }),
]);

/** Reads a stored cursor; null for a cursor of another source or of an older version. */
export function readHfCursor(cursor: Cursor): HfCursor | null {
  const read = v.safeParse(HfCursorSchema, cursor);
  return read.success ? read.output : null;
}

/** The first page of a day. */
export function dayCursor(date: IsoDate): HfCursor {
  return { kind: 'day', date, page: 0, seen: [] };
}

/** The URL that a cursor stands for. */
export function hfUrlOf(cursor: HfCursor): string {
  const lists = `${API_URL}/daily_papers`;
  if (cursor.kind === 'latest') return `${lists}?limit=${LIMIT}`;
  if (cursor.kind === 'trending') return `${lists}?sort=trending&limit=${LIMIT}`;
  const page = cursor.page === 0 ? '' : `&p=${cursor.page}`;
  return `${lists}?date=${cursor.date}&limit=${LIMIT}${page}`;
}

/** The URL of one paper's record. */
export function hfPaperUrl(id: string): string {
  return `${API_URL}/papers/${id.split('/').map(encodeURIComponent).join('/')}`;
}
