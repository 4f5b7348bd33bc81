import type { PaperText } from '../../lib/related/segments/paper-words';
import { wordsOf } from '../../lib/text/words';

/**
 * For every word the texts that hold it: no stop list, no weights. The postings of word w are
 * `texts.subarray(starts[w], starts[w + 1])`, and beside them how often each text holds it.
 */
export interface InvertedIndex {
  readonly terms: ReadonlyMap<string, number>;
  readonly starts: Uint32Array;
  readonly texts: Uint32Array;
  /** At most 255. */
  readonly times: Uint8Array;
  /** Words of each text. */
  readonly lengths: Uint32Array;
}

/** How often a text holds each word. */
export function countTerms({ title, abstract = '' }: PaperText): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { term } of wordsOf(`${title}\n${abstract}`)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Takes texts one by one, and keeps only numbers. */
export function createIndexBuilder() {
  const terms = new Map<string, number>();
  const entries = { terms: new Uint32Array(1 << 16), times: new Uint8Array(1 << 16), used: 0 };
  const ends: number[] = [];
  const lengths: number[] = [];

  function push(term: number, times: number): void {
    if (entries.used === entries.terms.length) {
      entries.terms = doubled(entries.terms, new Uint32Array(entries.used * 2));
      entries.times = doubled(entries.times, new Uint8Array(entries.used * 2));
    }
    entries.terms[entries.used] = term;
    entries.times[entries.used++] = Math.min(times, 255);
  }

  return {
    add(text: PaperText): void {
      let length = 0;
      for (const [term, times] of countTerms(text)) {
        const known = terms.get(term) ?? terms.size;
        terms.set(term, known);
        push(known, times);
        length += times;
      }
      ends.push(entries.used);
      lengths.push(length);
    },

    /** Inverts the lists: from words by text to texts by word. */
    finish(): InvertedIndex {
      const starts = new Uint32Array(terms.size + 1);
      for (let entry = 0; entry < entries.used; entry++) bump(starts, (entries.terms[entry] ?? 0) + 1, 1);
      for (let term = 0; term < terms.size; term++) bump(starts, term + 1, starts[term] ?? 0);
      const next = starts.slice();
      const texts = new Uint32Array(entries.used);
      const times = new Uint8Array(entries.used);
      let entry = 0;
      for (const [text, end] of ends.entries()) {
        for (; entry < end; entry++) {
          const position = bump(next, entries.terms[entry] ?? 0, 1);
          texts[position] = text;
          times[position] = entries.times[entry] ?? 0;
        }
      }
      return { terms, starts, texts, times, lengths: Uint32Array.from(lengths) };
    },
  };
}

/** Adds to a number of an array, and returns its old value. */
function bump(numbers: Uint32Array, position: number, step: number): number {
  const before = numbers[position] ?? 0;
  numbers[position] = before + step;
  return before;
}

function doubled<T extends Uint8Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
