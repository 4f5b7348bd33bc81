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

/** What a model says of itself. */
export interface ModelHeader {
  readonly format: typeof MODEL_FORMAT;
  /** How text becomes words: vectors made with another way do not fit. */
  readonly tokenizer: typeof TOKENIZER;
  /** Checksum of the rest of the file, in hex: what tells two models apart. */
  readonly version: string;
  readonly dimensions: number;
  readonly words: number;
  readonly phrases: number;
  /** Rows for groups of letters, which stand in for words outside the vocabulary. */
  readonly buckets: number;
  /** Papers of the training corpus. */
  readonly documents: number;
  /** How often a word of the title counts. */
  readonly titleWeight: number;
  /**
   * Direction of the papers that get cited: added to a query's vector, times a weight. Shape: dimensions;
   * learned with the citations.
   */
  readonly prior: readonly number[];
  /** Bytes of the vocabulary's letters. */
  readonly vocabularyBytes: number;
  /** How it was trained: seed, data, settings, losses. For people. */
  readonly training: Readonly<Record<string, number | string>>;
}

export const MODEL_FORMAT = 2;
/** Counted up with every change of `lib/text/words.ts`, `stop-words.ts` or `features.ts` that moves a word. */
export const TOKENIZER = 1;
/** Ids of words in segments are 16 bits: rows of the model's words first, the rest shared by all other words. */
export const WORD_IDS = 0x1_00_00;
