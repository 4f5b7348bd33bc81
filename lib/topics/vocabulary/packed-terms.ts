import { hashText } from '../../text/hash';

/** Numbered terms, found by their hashes without building a table. */
export interface PackedTerms {
  /** The number of a term; -1 for an unknown one. */
  readonly numberOf: (term: string) => number;
  /** The term of a number. */
  readonly termAt: (number: number) => string;
}

/**
 * Distinct terms in the order of their hashes, which is the order of their numbers. Errors: `Error` if two
 * terms have the same hash.
 */
export function sortTerms(terms: Iterable<string>): readonly string[] {
  const distinct = new Set(terms);
  const byHash = new Map(Array.from(distinct, (term) => [hashText(term), term]));
  if (byHash.size < distinct.size)
    throw new Error('Two terms have the same hash: choose another hash function.');
  return [...byHash].toSorted(([a], [b]) => a - b).map(([, term]) => term);
}

/** The hashes of sorted terms, as `readPackedTerms` takes them. */
export function hashesOf(terms: readonly string[]): Uint32Array<ArrayBuffer> {
  return Uint32Array.from(terms, hashText);
}

/**
 * Looks terms up by their sorted hashes.
 *
 * An unknown word is mistaken for a known one if their hashes agree: one in a million words does. Cost: some
 * 13 steps a look-up among 8,000.
 */
export function readPackedTerms(hashes: Uint32Array, termAt: PackedTerms['termAt']): PackedTerms {
  // Callers ask for the same term several times in a row.
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

/** The position of a number in a sorted list; the list's length if it is absent. */
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

type NumberArray =
  | Float32ArrayConstructor
  | Int8ArrayConstructor
  | Uint16ArrayConstructor
  | Uint32ArrayConstructor;

/** Views bytes as numbers; they must begin at a multiple of four. */
export function numbersOf<T extends NumberArray>(
  type: T,
  { buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>,
): InstanceType<T> {
  return new type(buffer, byteOffset, byteLength / type.BYTES_PER_ELEMENT) as InstanceType<T>;
}

/** Texts as bytes: their number, where each ends in UTF-16 units (both uint32), then all in UTF-8. */
export function packTexts(texts: readonly string[]): Uint8Array<ArrayBuffer> {
  let end = 0;
  const table = Uint32Array.from([texts.length, ...texts.map(({ length }) => (end += length))]);
  const encoded = new TextEncoder().encode(texts.join(''));
  const bytes = new Uint8Array(table.byteLength + encoded.length);
  bytes.set(new Uint8Array(table.buffer));
  bytes.set(encoded, table.byteLength);
  return bytes;
}

/**
 * The texts of such bytes by position; '' beyond the last. The first request decodes all of them as one text:
 * ten thousand separate terms would take longer than tagging a paper.
 */
export function readTexts(bytes: Uint8Array<ArrayBuffer>): (position: number) => string {
  const [count = 0] = numbersOf(Uint32Array, bytes.subarray(0, 4));
  const ends = numbersOf(Uint32Array, bytes.subarray(4, 4 + count * 4));
  let whole: string | null = null;
  return (position) => {
    whole ??= new TextDecoder().decode(bytes.subarray(4 + count * 4));
    return whole.slice(ends[position - 1] ?? 0, ends[position] ?? 0);
  };
}
