import type { Vocabulary } from './vocabulary';

/**
 * The trained word vectors: one row per word, phrase of two words, and bucket of letter groups.
 *
 * Rows come in that order. The vector of a paper is the sum of its rows' vectors (`encode.ts`).
 */
export interface WordModel {
  readonly header: ModelHeader;
  /** Row of a word (`agent`) or phrase (`coding agent`), by its terms joined with a space. */
  readonly rows: Vocabulary;
  /** Papers of the training corpus that have the word, by row. Shape: the words. */
  readonly documentFrequencies: Uint32Array;
  /** Shape: rows × dimensions. A component is its value here times the row's scale. */
  readonly vectors: Int8Array;
  readonly scales: Float32Array;
}

/** What a model says about itself. */
export interface ModelHeader {
  readonly format: typeof MODEL_FORMAT;
  /** How text becomes words: vectors made with another tokenizer do not fit. */
  readonly tokenizer: typeof TOKENIZER;
  /** Checksum of the rest of the file, in hex: it tells models apart. */
  readonly version: string;
  readonly dimensions: number;
  readonly words: number;
  readonly phrases: number;
  /** Rows for groups of letters, which stand in for words outside the vocabulary. */
  readonly buckets: number;
  /** Papers of the training corpus. */
  readonly documents: number;
  /** How many times a word of the title counts. */
  readonly titleWeight: number;
  /**
   * Direction of the papers that get cited: added to a query's vector, times a weight. Shape: dimensions;
   * learned with the citations.
   */
  readonly prior: readonly number[];
  /** Bytes of the vocabulary's letters. */
  readonly vocabularyBytes: number;
  /** How it was trained: seed, data, settings, losses. For people, not for code. */
  readonly training: Readonly<Record<string, number | string>>;
}

export const MODEL_FORMAT = 2;
/**
 * To be increased with every change of `lib/text/words.ts`, `stop-words.ts` or `features.ts` that affects
 * words.
 */
export const TOKENIZER = 1;
/** Ids of words in segments have 16 bits: first the rows of the model's words; all other words share the rest. */
export const WORD_IDS = 0x1_00_00;
