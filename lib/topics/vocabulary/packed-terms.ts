import { hashText } from '../../text/hash';

/** Terms under numbers, found by their hashes without a table being built. */
export interface PackedTerms {
  /** The number of a term; -1 for one that is not among them. */
  readonly numberOf: (term: string) => number;
  /** The term of a number. */
  readonly termAt: (number: number) => string;
}

/**
 * Distinct terms in the order of their hashes, which is that of their numbers. Errors: `Error` for two terms
 * with one hash.
 */
export function sortTerms(terms: Iterable<string>): readonly string[] {
  const distinct = new Set(terms);
  const byHash = new Map(Array.from(distinct, (term) => [hashText(term), term]));
  if (byHash.size < distinct.size) throw new Error('Two terms have one hash: choose another hash.');
  return [...byHash].toSorted(([a], [b]) => a - b).map(([, term]) => term);
}

/** The hashes of sorted terms, as `readPackedTerms` takes them. */
export function hashesOf(terms: readonly string[]): Uint32Array<ArrayBuffer> {
  return Uint32Array.from(terms, hashText);
}

/**
 * Looks terms up by their sorted hashes.
 *
 * A word outside is taken for one inside when their hashes agree: one in a million words does. Cost: some 13
 * steps a look-up among 8,000.
 */
export function readPackedTerms(hashes: Uint32Array, termAt: PackedTerms['termAt']): PackedTerms {
  // One term is asked for several things in a row.
  let last = '';
  let lastNumber = -2;
  return {
    numberOf(term) {
      if (term !== last || lastNumber === -2) {
        const position = positionOf(hashes, hashText(term));
        last = term;
        lastNumber = position === hashes.length ? -1 : position;
      }
      return lastNumber;
    },
    termAt,
  };
}

/** Where a number stands in a sorted list; the list's length when it does not. */
export function positionOf(sorted: Uint32Array, wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === wanted ? low : sorted.length;
}
