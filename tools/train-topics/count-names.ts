import { canonicalTerms } from '../../lib/topics/canonical-terms';
import { createNameFinder } from '../../lib/topics/find-names';
import type { Rewrites } from '../../lib/topics/rewrites';

/** How many of the texts have each of the names, by key; parts of longer names count too. */
export function countNames(
  texts: Iterable<string>,
  keys: Iterable<string>,
  rewrites: Rewrites,
): ReadonlyMap<string, number> {
  const distinct = [...new Set(keys)];
  const finder = createNameFinder();
  for (const [place, key] of distinct.entries()) finder.add(key, place);
  const counts = new Uint32Array(distinct.length);
  for (const text of texts) {
    const found = finder.find(canonicalTerms(text, rewrites));
    for (const place of new Set(found.map(({ topic }) => topic))) counts[place] = (counts[place] ?? 0) + 1;
  }
  return new Map(distinct.map((key, place) => [key, counts[place] ?? 0]));
}
