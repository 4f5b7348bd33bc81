import { describe, expect, it } from 'vitest';
import {
  byteLengthOf,
  columnsOf,
  HEADER_BYTES,
  type SegmentShape,
} from '../../../../lib/related/segments/segment-shape';

const shape: SegmentShape = { count: 3, dimensions: 5, words: 7, people: 2, topics: 1, keyBytes: 11 };

describe('columnsOf', () => {
  it('lays every column in the bytes, none over another, and fills them', () => {
    const bytes = new ArrayBuffer(byteLengthOf(shape));
    const { count: _, ...columns } = columnsOf(bytes, shape);
    const ranges = Object.values(columns)
      .map(({ byteOffset, byteLength }) => [byteOffset, byteOffset + byteLength] as const)
      .toSorted(([one], [other]) => one - other);

    let end = HEADER_BYTES;
    for (const [start, next] of ranges) {
      expect(start - end).toBeGreaterThanOrEqual(0);
      expect(start - end).toBeLessThan(4);
      end = next;
    }
    expect(bytes.byteLength - end).toBeLessThan(4);
  });

  it('has the lengths of the shape', () => {
    const columns = columnsOf(new ArrayBuffer(byteLengthOf(shape)), shape);
    expect(columns).toMatchObject({
      count: 3,
      vectors: { length: 15 },
      wordStarts: { length: 4 },
      words: { length: 7 },
      people: { length: 2 },
      topics: { length: 1 },
      days: { length: 3 },
      keys: { length: 11 },
      live: { length: 3 },
    });
  });

  it('copies nothing: what is written to a column is in the bytes', () => {
    const bytes = new ArrayBuffer(byteLengthOf(shape));
    columnsOf(bytes, shape).titles[2] = 77;
    expect(columnsOf(bytes, shape).titles[2]).toBe(77);
  });

  it('holds for lists without anything in them', () => {
    const empty: SegmentShape = { count: 1, dimensions: 4, words: 0, people: 0, topics: 0, keyBytes: 0 };
    const columns = columnsOf(new ArrayBuffer(byteLengthOf(empty)), empty);
    expect([columns.words.length, columns.people.length, columns.keys.length]).toEqual([0, 0, 0]);
  });
});
