import * as v from 'valibot';
import { parseIsoDate, type IsoDate } from '../../model/dates';
import type { Cursor } from '../../model/feed/request';

/** One request to arXiv. */
export type ArxivCursor =
  /** The daily feed of some categories. */
  | { readonly kind: 'feed'; readonly categories: readonly string[] }
  /** A page of the API: the papers of a category that were submitted in some days, newest first. */
  | {
      readonly kind: 'window';
      readonly category: string;
      readonly from: IsoDate;
      readonly to: IsoDate;
      readonly start: number;
    }
  /** Papers by id, from the API. */
  | { readonly kind: 'ids'; readonly ids: readonly string[] };

const Day = v.pipe(
  v.string(),
  v.transform(parseIsoDate),
  v.custom<IsoDate>((date) => date !== null),
);

const ArxivCursorSchema = v.variant('kind', [
  v.object({ kind: v.literal('feed'), categories: v.pipe(v.array(v.string()), v.minLength(1)) }),
  v.object({
    kind: v.literal('window'),
    category: v.string(),
    from: Day,
    to: Day,
    start: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  v.object({ kind: v.literal('ids'), ids: v.pipe(v.array(v.string()), v.minLength(1)) }),
]);

/** Reads a stored cursor; null for one of another source or of a version that is gone. */
export function readArxivCursor(cursor: Cursor): ArxivCursor | null {
  const read = v.safeParse(ArxivCursorSchema, cursor);
  return read.success ? read.output : null;
}
