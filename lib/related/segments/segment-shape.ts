import { keySlotCount } from './key-slots';
import type { Segment } from './segment';

/** How much a segment holds: with it, every column's place in the bytes is known. */
export interface SegmentShape {
  readonly count: number;
  readonly dimensions: number;
  /** Words, people and topics of all rows together. */
  readonly words: number;
  readonly people: number;
  readonly topics: number;
  /** Bytes of all rows' keys in UTF-8. */
  readonly keyBytes: number;
}

/** The columns of a segment as they lie in its bytes. */
export type SegmentColumns = Omit<Segment, 'keyOf' | 'liveCount'>;

/** Magic, format, version, the shape, byte length and checksum, each 4 bytes, and room for more. */
export const HEADER_BYTES = 64;

/** Bytes of the whole file. Each column begins at a multiple of 4. */
export function byteLengthOf(shape: SegmentShape): number {
  return columnBytes(shape).reduce((sum, bytes) => sum + aligned(bytes), HEADER_BYTES);
}

/** Views of a segment's bytes, which must be `byteLengthOf(shape)` long. Nothing is copied. */
export function columnsOf(bytes: ArrayBuffer, shape: SegmentShape): SegmentColumns {
  const { count, dimensions, words, people, topics, keyBytes } = shape;
  const lengths = columnBytes(shape).values();
  let end = HEADER_BYTES;
  const next = (): number => {
    const start = end;
    end += aligned(lengths.next().value ?? 0);
    return start;
  };
  // In the order of `columnBytes`.
  return {
    count,
    vectors: new Int8Array(bytes, next(), count * dimensions),
    wordStarts: new Uint32Array(bytes, next(), count + 1),
    words: new Uint16Array(bytes, next(), words),
    peopleStarts: new Uint32Array(bytes, next(), count + 1),
    people: new Uint32Array(bytes, next(), people),
    topicStarts: new Uint32Array(bytes, next(), count + 1),
    topics: new Uint32Array(bytes, next(), topics),
    days: new Int32Array(bytes, next(), count),
    upvotes: new Int32Array(bytes, next(), count),
    titles: new Uint32Array(bytes, next(), count),
    keyHashes: new Uint32Array(bytes, next(), count),
    keySlots: new Uint32Array(bytes, next(), keySlotCount(count)),
    keyStarts: new Uint32Array(bytes, next(), count + 1),
    keys: new Uint8Array(bytes, next(), keyBytes),
    sources: new Uint8Array(bytes, next(), count),
    live: new Uint8Array(bytes, next(), count),
  };
}

function columnBytes({ count, dimensions, words, people, topics, keyBytes }: SegmentShape): number[] {
  const starts = (count + 1) * 4;
  return [
    count * dimensions,
    starts,
    words * 2,
    starts,
    people * 4,
    starts,
    topics * 4,
    count * 4,
    count * 4,
    count * 4,
    count * 4,
    keySlotCount(count) * 4,
    starts,
    keyBytes,
    count,
    count,
  ];
}

const aligned = (length: number): number => (length + 3) & ~3;
