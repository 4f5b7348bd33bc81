import { DAY, isoDateOf, startOfDayMs } from '../../model/dates';
import { fold } from '../../model/paper/identity';
import type { Paper, PaperKey } from '../../model/paper/paper';
import { type EncodedPaper, encodePaper, encodePeople } from './encode';
import { describeSource } from '../../sources/descriptions';
import { hashText } from '../../text/hash';
import { arrayAt, ARRAYS, COLUMNS, NUMBERS, type RowPosition, type Segment } from './segment';
import type { WordModel } from '../model/word-model';

/** One paper as a segment stores it. */
export interface SegmentRow extends EncodedPaper {
  /** Hashes of its topics' canonical keys. */
  readonly topics: Uint32Array;
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly upvotes: number;
  /** Bit mask: `segmentBit` of each source. */
  readonly sources: number;
  /** Hash of the folded title. */
  readonly title: number;
  /** False for a tombstone. */
  readonly isLive: boolean;
}

/** Marks a tombstone: it stays until no older segment can hold the paper. */
const GONE_BIT = 128;

/** True for a row that removes its paper, as opposed to one that a newer row replaced. */
export function isTombstone({ sources }: Segment, row: number): boolean {
  return ((sources[row] ?? 0) & GONE_BIT) !== 0;
}

/** Hashes of a row's topics. */
export function topicsAt({ segment, row }: RowPosition): Uint32Array {
  return segment.topics.subarray(segment.topicStarts[row], segment.topicStarts[row + 1]);
}

/** Makes a test for rows with a topic, by its canonical key. Cost: some 10 ns a row. */
export function topicTest(key: string): (segment: Segment, row: number) => boolean {
  const hash = hashText(key);
  return ({ topics, topicStarts }, row) => {
    const end = topicStarts[row + 1] ?? 0;
    for (let position = topicStarts[row] ?? 0; position < end; position++)
      if (topics[position] === hash) return true;
    return false;
  };
}

/** Hash of a title as rows have it: the same for two versions or copies of one work. */
export function titleHash(title: string): number {
  return hashText(fold(title));
}

/** The parts of a row that come from title and abstract. */
export type TextRow = Pick<SegmentRow, 'topics' | 'vector' | 'words'>;

/** Reads a paper into a row. `topics`: its canonical topic keys. Cost: that of `encodePaper`. */
export function rowOf(model: WordModel, paper: Paper, topics: readonly string[]): SegmentRow {
  return { ...encodePaper(model, paper), topics: Uint32Array.from(topics, hashText), ...factsOf(paper) };
}

/**
 * The row of a paper with texts that were encoded earlier, when more of them were known; its facts are read
 * again.
 */
export function rowWithTexts(paper: Paper, { vector, words, topics }: TextRow): SegmentRow {
  return { key: paper.key, vector, words, topics, people: encodePeople(paper), ...factsOf(paper) };
}

/** What a row has from title and abstract, as views of its segment. */
export function textsAt({ segment, row }: RowPosition): TextRow {
  const { words, wordStarts, vectors, count } = segment;
  const dimensions = vectors.length / count;
  return {
    vector: vectors.subarray(row * dimensions, (row + 1) * dimensions),
    words: words.subarray(wordStarts[row], wordStarts[row + 1]),
    topics: topicsAt({ segment, row }),
  };
}

function factsOf(paper: Paper): Pick<SegmentRow, 'day' | 'isLive' | 'sources' | 'title' | 'upvotes'> {
  return {
    day: dayOf(paper),
    upvotes: paper.upvotes ?? 0,
    sources: paper.provenance.reduce((mask, { source }) => mask | describeSource(source).segmentBit, 0),
    title: titleHash(paper.title),
    isLive: true,
  };
}

/** The row that removes a paper. */
export function tombstoneOf(model: WordModel, key: PaperKey): SegmentRow {
  return {
    key,
    vector: new Int8Array(model.header.dimensions),
    words: new Uint16Array(),
    people: new Uint32Array(),
    topics: new Uint32Array(),
    day: 0,
    upvotes: 0,
    sources: GONE_BIT,
    title: 0,
    isLive: false,
  };
}

/** True when a segment's row already says all that `other` says: it need not be written again. */
export function isSameRow(segment: Segment, row: number, other: SegmentRow): boolean {
  return (
    NUMBERS.every((name) => segment[name][row] === COLUMNS[name].from(other)) &&
    ARRAYS.every((name) => isSameList(arrayAt(segment, name, row), COLUMNS[name].from(other)))
  );
}

function isSameList(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  if (one.length !== other.length) return false;
  for (let position = 0; position < one.length; position++)
    if (one[position] !== other[position]) return false;
  return true;
}

/** ArXiv's daily feed has no day of submission: the day of the list stands in. */
function dayOf({ publishedOn, listedOn, addedAtMs }: Paper): number {
  return Math.floor(startOfDayMs(publishedOn ?? listedOn ?? isoDateOf(addedAtMs)) / DAY);
}
