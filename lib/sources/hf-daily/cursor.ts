import * as v from 'valibot';
import { parseIsoDate } from '../../model/dates';
import type { IsoDate } from '../../model/dates';
import type { Cursor } from '../../model/feed/request';

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

const Day = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const date = parseIsoDate(dataset.value);
    if (date !== null) return date;
    addIssue({ message: 'Expected a day' });
    return NEVER;
  }),
);

const HfCursorSchema = v.variant('kind', [
  v.object({ kind: v.literal('latest') }),
  v.object({ kind: v.literal('trending') }),
  v.object({
    kind: v.literal('day'),
    date: Day,
    page: v.pipe(v.number(), v.integer(), v.minValue(0)),
    seen: v.optional(v.array(v.string()), []),
  }),
]);

/** Reads a stored cursor; null for one of another source or of a version that is gone. */
export function readHfCursor(cursor: Cursor): HfCursor | null {
  const read = v.safeParse(HfCursorSchema, cursor);
  return read.success ? read.output : null;
}

/** The first page of a day. */
export function dayCursor(date: IsoDate): HfCursor {
  return { kind: 'day', date, page: 0, seen: [] };
}
