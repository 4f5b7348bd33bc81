import { isPhraseGap } from '../../../../lib/related/rank/features';
import { MAX_CHARS } from '../../../../lib/related/segments/paper-words';
import { isStopTerm } from '../../../../lib/text/stop-words';
import { type Word, wordsOf } from '../../../../lib/text/words';

/** Marks where no phrase may reach across: a stop word, a full stop, the end of a text. */
export const BREAK = 0;

/** The words of many texts without stop words, in order, as numbers. */
export interface TermStreams {
  /** Term of each number; the first is the break. */
  readonly terms: readonly string[];
  /** Numbers of all texts, one after the other. */
  readonly stream: Uint32Array;
  /** Text t is `stream.subarray(starts[t], starts[t + 1])`. */
  readonly starts: readonly number[];
}

/** Collects texts, reading them as the look-up does (`lib/related/rank/features.ts`). */
export class TermCollector {
  readonly #ids = new Map<string, number>();
  readonly #terms: string[] = [''];
  readonly #starts: number[] = [0];
  #stream = new Uint32Array(1 << 16);
  #length = 0;

  /** Adds a text. Cost: some 0.1 ms for an abstract. */
  add(text: string): void {
    const read = text.slice(0, MAX_CHARS);
    let before: Word | null = null;
    for (const word of wordsOf(read)) {
      if (isStopTerm(word.term)) {
        before = null;
        continue;
      }
      if (before === null || !isPhraseGap(read, before.end, word.start)) this.#push(BREAK);
      this.#push(this.#idOf(word.term));
      before = word;
    }
    this.#starts.push(this.#length);
  }

  /** Returns what was collected. */
  finish(): TermStreams {
    return { terms: this.#terms, stream: this.#stream.subarray(0, this.#length), starts: this.#starts };
  }

  #idOf(term: string): number {
    const known = this.#ids.get(term);
    if (known !== undefined) return known;
    const id = this.#terms.length;
    this.#ids.set(term, id);
    this.#terms.push(term);
    return id;
  }

  #push(id: number): void {
    if (this.#length === this.#stream.length) {
      const larger = new Uint32Array(this.#stream.length * 2);
      larger.set(this.#stream);
      this.#stream = larger;
    }
    this.#stream[this.#length] = id;
    this.#length += 1;
  }
}
