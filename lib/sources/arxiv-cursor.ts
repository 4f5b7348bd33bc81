import * as v from 'valibot';
import type { Cursor } from '../model/feed';

/** One request to arXiv. */
export type ArxivCursor =
  /** The daily feed of some categories. */
  | { readonly kind: 'feed'; readonly categories: readonly string[] }
  /** A page of the API: the newest papers of a category. */
  | { readonly kind: 'recent'; readonly category: string; readonly start: number }
  /** Papers by id, from the API. */
  | { readonly kind: 'ids'; readonly ids: readonly string[] };

const ArxivCursorSchema = v.variant('kind', [
  v.object({ kind: v.literal('feed'), categories: v.pipe(v.array(v.string()), v.minLength(1)) }),
  v.object({
    kind: v.literal('recent'),
    category: v.string(),
    start: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  v.object({ kind: v.literal('ids'), ids: v.pipe(v.array(v.string()), v.minLength(1)) }),
]);

/** Reads a stored cursor; null for one of another source or of a version that is gone. */
export function readArxivCursor(cursor: Cursor): ArxivCursor | null {
  const read = v.safeParse(ArxivCursorSchema, cursor);
  return read.success ? read.output : null;
}
