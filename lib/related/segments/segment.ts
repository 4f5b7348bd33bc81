/**
 * Some papers of the feed, as columns. Written once; a later segment's row for the same paper replaces an
 * earlier one, and a row without a paper takes it out.
 *
 * Lists of different length (words, people, topics) lie end to end: those of row r are
 * `words.subarray(wordStarts[r], wordStarts[r + 1])`.
 */
export interface Segment {
  readonly count: number;
  /** Shape: count × dimensions; unit vectors times `componentScale(dimensions)`. */
  readonly vectors: Int8Array;
  readonly wordStarts: Uint32Array;
  /** Word ids (`features.ts`), ascending, repeated as often as the word occurs. */
  readonly words: Uint16Array;
  readonly peopleStarts: Uint32Array;
  /** Hashes of folded names (`peopleOf`), then marks of the names' words for typed search (`nameMarks`). */
  readonly people: Uint32Array;
  readonly topicStarts: Uint32Array;
  /** Hashes of the topics' canonical keys. */
  readonly topics: Uint32Array;
  /** Days since 1970-01-01 on which the paper was published, else listed. */
  readonly days: Int32Array;
  readonly upvotes: Int32Array;
  /** Bit mask of the sources that have it. */
  readonly sources: Uint8Array;
  /** Hash of the folded title: the same for two versions or copies of one work. */
  readonly titles: Uint32Array;
  /** 1 while the row stands for a paper of the feed; 0 for one replaced or taken out. Changes in memory only. */
  readonly live: Uint8Array;
  /** Rows that are live. */
  liveCount: number;
  /** `hashText` of the papers' keys. */
  readonly keyHashes: Uint32Array;
  /** A hash table of row numbers by key (`key-slots.ts`). */
  readonly keySlots: Uint32Array;
  readonly keyStarts: Uint32Array;
  /** The papers' keys in UTF-8, end to end like the lists. */
  readonly keys: Uint8Array;
  /** The paper's key. */
  keyOf(row: number): string;
}

/** One row of one segment. */
export interface RowPosition {
  readonly segment: Segment;
  readonly row: number;
}
