import { hashText } from '../../text/hash';
import { keySlotCount } from './key-slots';
import type { SegmentRow } from './segment-row';

type ColumnArray =
  | Int32ArrayConstructor
  | Int8ArrayConstructor
  | Uint16ArrayConstructor
  | Uint32ArrayConstructor
  | Uint8ArrayConstructor;

/** What a column holds, and where its values come from in a row. */
type Column =
  /** One number a row. */
  | { readonly array: ColumnArray; readonly per: 'row'; readonly from: (row: SegmentRow) => number }
  /** One vector a row: count × dimensions. */
  | {
      readonly array: ColumnArray;
      readonly per: 'component';
      readonly from: (row: SegmentRow) => ArrayLike<number>;
    }
  /** A list a row, end to end: those of row r are `words.subarray(wordStarts[r], wordStarts[r + 1])`. */
  | {
      readonly array: ColumnArray;
      readonly per: 'item';
      readonly starts: `${string}Starts`;
      readonly from: (row: SegmentRow) => ArrayLike<number>;
    }
  /** Where each row's list begins and the last one ends, or the slots of a hash table. Not part of a row. */
  | { readonly array: Uint32ArrayConstructor; readonly per: 'slot' | 'start' };

const encoder = new TextEncoder();

/**
 * The one table of columns, in the order of their bytes. Layout, views, writing, merging and comparing of
 * rows derive from it. A change here needs another `SEGMENT_FORMAT`.
 */
export const COLUMNS = {
  /** Unit vectors times `componentScale(dimensions)`. */
  vectors: { array: Int8Array, per: 'component', from: ({ vector }) => vector },
  wordStarts: { array: Uint32Array, per: 'start' },
  /** Word ids (`features.ts`), ascending, repeated as often as the word occurs. */
  words: { array: Uint16Array, per: 'item', starts: 'wordStarts', from: ({ words }) => words },
  peopleStarts: { array: Uint32Array, per: 'start' },
  /** Hashes of folded names (`peopleOf`), then marks of the names' words for typed search (`nameMarks`). */
  people: { array: Uint32Array, per: 'item', starts: 'peopleStarts', from: ({ people }) => people },
  topicStarts: { array: Uint32Array, per: 'start' },
  /** Hashes of the topics' canonical keys. */
  topics: { array: Uint32Array, per: 'item', starts: 'topicStarts', from: ({ topics }) => topics },
  /** Days since 1970-01-01 on which the paper was published, else listed. */
  days: { array: Int32Array, per: 'row', from: ({ day }) => day },
  upvotes: { array: Int32Array, per: 'row', from: ({ upvotes }) => upvotes },
  /** Hash of the folded title: the same for two versions or copies of one work. */
  titles: { array: Uint32Array, per: 'row', from: ({ title }) => title },
  /** `hashText` of the papers' keys. */
  keyHashes: { array: Uint32Array, per: 'row', from: ({ key }) => hashText(key) },
  /** A hash table of row numbers by key (`key-slots.ts`). */
  keySlots: { array: Uint32Array, per: 'slot' },
  keyStarts: { array: Uint32Array, per: 'start' },
  /** The papers' keys in UTF-8. */
  keys: { array: Uint8Array, per: 'item', starts: 'keyStarts', from: ({ key }) => encoder.encode(key) },
  /** Bit mask of the sources that have it. */
  sources: { array: Uint8Array, per: 'row', from: ({ sources }) => sources },
  /** 1 while the row stands for a paper of the feed; 0 for one replaced or taken out. Changes in memory only. */
  live: { array: Uint8Array, per: 'row', from: ({ isLive }) => Number(isLive) },
} as const satisfies Readonly<Record<string, Column>>;

type Columns = typeof COLUMNS;
type ColumnName = keyof Columns;
type ColumnsPer<Per> = { [C in ColumnName]: Columns[C]['per'] extends Per ? C : never }[ColumnName];
/** The columns of lists. */
export type ListColumn = ColumnsPer<'item'>;
/** The columns with several numbers a row. */
export type ArrayColumn = ColumnsPer<'component' | 'item'>;
/** The columns with one number a row. */
export type NumberColumn = ColumnsPer<'row'>;

/** The columns of a segment as views of its bytes. */
export type SegmentColumns = { readonly [C in ColumnName]: Columns[C]['array']['prototype'] };

/**
 * Some papers of the feed, as columns. Written once; a later segment's row for the same paper replaces an
 * earlier one, and a tombstone takes it out.
 */
export interface Segment extends SegmentColumns {
  readonly count: number;
  /** Rows that are live. */
  liveCount: number;
  /** The paper's key. */
  keyOf(row: number): string;
}

/** One row of one segment. */
export interface RowPosition {
  readonly segment: Segment;
  readonly row: number;
}

/** How much a segment holds: rows, components, and items of each list. It determines where each column lies. */
export type SegmentShape = Readonly<Record<ListColumn | 'count' | 'dimensions', number>>;

const ALL = Object.keys(COLUMNS) as readonly ColumnName[]; // Its own keys.
export const NUMBERS = columnsPer<NumberColumn>('row');
export const ARRAYS = columnsPer<ArrayColumn>('component', 'item');
export const LISTS = columnsPer<ListColumn>('item');

/** Magic, format, version, the shape, byte length and checksum, each 4 bytes, and room for more. */
export const HEADER_BYTES = 64;

/** Bytes of the whole file. Each column begins at a multiple of 4. */
export function byteLengthOf(shape: SegmentShape): number {
  return ALL.reduce((end, name) => end + aligned(lengthOf(name, shape) * bytesPerItem(name)), HEADER_BYTES);
}

/** Views of a segment's bytes, which must be `byteLengthOf(shape)` long. Nothing is copied. */
export function columnsOf(bytes: ArrayBuffer, shape: SegmentShape): SegmentColumns {
  let end = HEADER_BYTES;
  const columns = ALL.map((name) => {
    const length = lengthOf(name, shape);
    const start = end;
    end += aligned(length * bytesPerItem(name));
    return [name, new COLUMNS[name].array(bytes, start, length)];
  });
  return Object.fromEntries(columns) as SegmentColumns; // Each name gets an array of its type.
}

/** The numbers that a row has in a column, as a view. */
export function arrayAt(segment: Segment, name: ArrayColumn, row: number): Segment[ArrayColumn] {
  const column = COLUMNS[name];
  if (column.per === 'item') {
    const starts = segment[column.starts];
    return segment[name].subarray(starts[row], starts[row + 1]);
  }
  const dimensions = segment.vectors.length / segment.count;
  return segment[name].subarray(row * dimensions, (row + 1) * dimensions);
}

function lengthOf(name: ColumnName, shape: SegmentShape): number {
  const { count, dimensions } = shape;
  const lengths = { row: count, component: count * dimensions, start: count + 1, slot: keySlotCount(count) };
  const { per } = COLUMNS[name];
  return per === 'item' ? shape[name as ListColumn] : lengths[per]; // Lists have items.
}

function columnsPer<C extends ColumnName>(...per: readonly Columns[C]['per'][]): readonly C[] {
  return ALL.filter((name) => per.includes(COLUMNS[name].per)) as C[]; // Those are of these kinds.
}

const bytesPerItem = (name: ColumnName): number => COLUMNS[name].array.BYTES_PER_ELEMENT;
const aligned = (length: number): number => (length + 3) & ~3;
