import { canonicalTerms } from '../../lib/topics/vocabulary/canonical-terms';
import { createNameFinder } from '../../lib/topics/find/find-names';
import type { Rewrites } from '../../lib/topics/vocabulary/rewrites';

/** How many of the texts have each of the names, by key; parts of longer names count too. */
export function countNames(
  texts: Iterable<string>,
  keys: Iterable<string>,
  rewrites: Rewrites,
): ReadonlyMap<string, number> {
  const distinct = [...new Set(keys)];
  const finder = createNameFinder();
  for (const [position, key] of distinct.entries()) finder.add(key, position);
  const counts = new Uint32Array(distinct.length);
  for (const text of texts) {
    const found = finder.find(canonicalTerms(text, rewrites));
    for (const position of new Set(found.map(({ topic }) => topic)))
      counts[position] = (counts[position] ?? 0) + 1;
  }
  return new Map(distinct.map((key, position) => [key, counts[position] ?? 0]));
}
