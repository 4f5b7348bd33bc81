import { hashText } from '../../text/hash';

/** Rows of the model by term: a map that is used as it lies in the file, without building one. */
export interface Vocabulary extends Iterable<readonly [string, number]> {
  /** Words and phrases known. */
  readonly size: number;
  has(term: string): boolean;
  /** The row of a word (`agent`) or phrase (`coding agent`). Cost: some 0.1 µs. */
  get(term: string): number | undefined;
  /** The terms in the order of their rows. */
  keys(): IterableIterator<string>;
}

/** A vocabulary as a file holds it. */
export interface VocabularyColumns {
  /** All terms in UTF-8, end to end. */
  readonly letters: Uint8Array;
  /** Where each term begins in `letters`, then where the last one ends. Shape: terms + 1. */
  readonly starts: Uint32Array;
  /** Open hash table: rows plus 1 by the hash of their terms, 0 is free. Shape: a power of two. */
  readonly slots: Uint16Array;
}

/**
 * Slots for a number of terms: more than four of five are taken only if the next power of two would be
 * wasteful.
 */
export function slotCount(terms: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(4, terms * 1.25)));
}

/** Lays terms out. Errors: `RangeError` for more terms than a slot can name. */
export function packVocabulary(terms: readonly string[]): VocabularyColumns {
  if (terms.length >= 0xff_ff) throw new RangeError(`${terms.length} terms are too many for a vocabulary.`);
  const encoded = terms.map((term) => new TextEncoder().encode(term));
  const starts = new Uint32Array(terms.length + 1);
  for (const [row, { length }] of encoded.entries()) starts[row + 1] = (starts[row] ?? 0) + length;
  const letters = new Uint8Array(starts.at(-1) ?? 0);
  for (const [row, bytes] of encoded.entries()) letters.set(bytes, starts[row]);
  const slots = new Uint16Array(slotCount(terms.length));
  for (const [row, term] of terms.entries()) {
    let slot = hashText(term) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = row + 1;
  }
  return { letters, starts, slots };
}

/**
 * Makes a vocabulary from its columns. It reads nothing in advance: a `Map` of 20,000 terms would take 10 ms
 * at each start of the worker.
 */
export function createVocabulary({ letters, starts, slots }: VocabularyColumns): Vocabulary {
  const size = starts.length - 1;
  const decoder = new TextDecoder();
  const termAt = (row: number): string => decoder.decode(letters.subarray(starts[row], starts[row + 1]));

  function isTerm(row: number, term: string): boolean {
    const start = starts[row] ?? 0;
    const length = (starts[row + 1] ?? 0) - start;
    // No text is shorter in UTF-8 than in UTF-16; nearly all terms are ASCII and equally long.
    if (length < term.length) return false;
    for (let position = 0; position < term.length; position++) {
      const code = term.charCodeAt(position);
      if (code > MAX_ASCII) return termAt(row) === term;
      if (letters[start + position] !== code) return false;
    }
    return length === term.length;
  }

  function get(term: string): number | undefined {
    const mask = slots.length - 1;
    for (let slot = hashText(term) & mask; ; slot = (slot + 1) & mask) {
      const row = (slots[slot] ?? 0) - 1;
      if (row < 0) return undefined;
      if (isTerm(row, term)) return row;
    }
  }

  function* keys(): Generator<string> {
    for (let row = 0; row < size; row++) yield termAt(row);
  }

  return {
    size,
    get,
    has: (term) => get(term) !== undefined,
    keys,
    *[Symbol.iterator]() {
      for (let row = 0; row < size; row++) yield [termAt(row), row] as const;
    },
  };
}

const MAX_ASCII = 127;
