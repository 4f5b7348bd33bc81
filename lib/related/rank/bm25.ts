import type { Segment } from '../segments/segment';
import { WEIGHTS } from './weights';
import { WORD_IDS, type WordModel } from '../model/word-model';

/** A query's words as a table: the worth of one occurrence-saturated word, by word id. */
export interface Bm25Weights {
  /** Shape: `WORD_IDS`; 0 for words that the query lacks. */
  readonly table: Float32Array;
  /** What the query scores against itself: a paper's score is given as a share of it. */
  readonly self: number;
}

/**
 * Words of an average title and abstract of the training corpus, by which BM25 tells long texts from short
 * ones.
 */
const AVERAGE_LENGTH = 101;
/** Papers assumed to have a word that the model does not know. */
const UNKNOWN_FREQUENCY = 12;

/**
 * Weighs the words of a query: rarity times log(1 + times), over what the query would score against itself.
 * Document frequencies are the model's, so that an answer does not depend on what else is cached.
 */
export function bm25Weights(model: WordModel, words: ReadonlyMap<number, number>): Bm25Weights {
  const table = new Float32Array(WORD_IDS);
  const length = [...words.values()].reduce((sum, times) => sum + times, 0);
  let self = 0;
  for (const [word, times] of words) {
    const weight = rarity(model, word) * Math.log1p(times);
    table[word] = weight;
    self += weight * saturated(times, length);
  }
  return { table, self };
}

/** How rare a word is in the papers that the model was trained on. */
export function rarity({ header, documentFrequencies }: WordModel, word: number): number {
  const known = word < header.words ? (documentFrequencies[word] ?? 0) : UNKNOWN_FREQUENCY;
  return inverseFrequency(header.documents, known);
}

/** Inverse document frequency of a word in `having` of all documents. Source: Lucene's BM25. */
export function inverseFrequency(documents: number, having: number): number {
  return Math.log(1 + (documents - having + 0.5) / (having + 0.5));
}

/**
 * How much a word counts that occurs `times` times in a text of `length` words. Source: Robertson and
 * Zaragoza 2009.
 */
export function saturated(times: number, length: number): number {
  return (times * (WEIGHTS.bm25K1 + 1)) / (times + saturationOf(length));
}

/** How often a word must occur in a text of this length to count half of its maximum. */
function saturationOf(length: number): number {
  const { bm25K1: k1, bm25B: b } = WEIGHTS;
  return k1 * (1 - b + (b * length) / AVERAGE_LENGTH);
}

/** BM25 of a row as a share of what the query scores against itself. Cost: one step for each word of the row. */
export function bm25Of({ table, self }: Bm25Weights, { words, wordStarts }: Segment, row: number): number {
  const start = wordStarts[row] ?? 0;
  const end = wordStarts[row + 1] ?? 0;
  const saturation = saturationOf(end - start);
  let sum = 0;
  for (let position = start; position < end;) {
    const word = words[position] as number; // Within the row's words.
    const from = position++;
    const weight = table[word] as number; // The table has every id.
    if (weight === 0) continue;
    // Repeats of a word stand side by side.
    while (position < end && words[position] === word) position++;
    const times = position - from;
    sum += (weight * times) / (times + saturation);
  }
  return self === 0 ? 0 : (sum * (WEIGHTS.bm25K1 + 1)) / self;
}
