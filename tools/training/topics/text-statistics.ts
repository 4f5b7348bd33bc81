import { definitionsIn, isShortForm } from '../../../lib/topics/vocabulary/acronyms';
import { canonicalTerms, shortTerm } from '../../../lib/topics/vocabulary/canonical-terms';
import { wordsOf } from '../../../lib/text/words';
import type { CollectedPaper } from '../../collections/papers';
import { createNameFinder } from '../../../lib/topics/find/find-names';
import type { Rewrites } from '../../../lib/topics/vocabulary/rewrites';

/** How the texts of many papers write words. All counts are papers. */
export interface TextStatistics {
  /** Papers that have a term. */
  readonly terms: Map<string, number>;
  /** Papers that have a term in lower case. */
  readonly smallTerms: Map<string, number>;
  /** Papers that have two terms with a hyphen between them: `multi modal`. */
  readonly hyphened: Map<string, number>;
  /** Papers that define a short form, by its term, then by the long form as written. */
  readonly definitions: Map<string, Map<string, number>>;
}

export function createTextStatistics(): TextStatistics {
  return { terms: new Map(), smallTerms: new Map(), hyphened: new Map(), definitions: new Map() };
}

/** Counts one paper. */
export function countText(statistics: TextStatistics, { title, abstract, keywords }: CollectedPaper): void {
  const text = `${title}. ${abstract}`;
  const terms = new Set<string>();
  const smallTerms = new Set<string>();
  const hyphened = new Set<string>();
  let before: { term: string; end: number } | undefined;
  for (const { term, start, end } of wordsOf(text)) {
    const raw = text.slice(start, end);
    const ownTerm = isShortForm(raw) ? shortTerm(raw) : term;
    terms.add(ownTerm);
    if (raw === raw.toLowerCase()) smallTerms.add(ownTerm);
    if (before !== undefined && start === before.end + 1 && text.charAt(before.end) === '-') {
      hyphened.add(`${before.term} ${ownTerm}`);
    }
    before = { term: ownTerm, end };
  }
  for (const term of terms) increase(statistics.terms, term);
  for (const term of smallTerms) increase(statistics.smallTerms, term);
  for (const pair of hyphened) increase(statistics.hyphened, pair);

  const definitions = [title, abstract, ...keywords].flatMap(definitionsIn);
  for (const [short, long] of new Map(definitions.map((found) => [shortTerm(found.short), found.long]))) {
    const longForms = statistics.definitions.get(short) ?? new Map<string, number>();
    increase(longForms, long);
    statistics.definitions.set(short, longForms);
  }
}

/** Adds to a count. */
export function increase<T>(counts: Map<T, number>, key: T, step = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + step);
}

/** How many texts have each name, by key; parts of longer names count too. */
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
