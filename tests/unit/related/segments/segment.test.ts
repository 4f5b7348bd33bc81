import { describe, expect, it } from 'vitest';
import {
  arrayAt,
  ARRAYS,
  byteLengthOf,
  COLUMNS,
  columnsOf,
  HEADER_BYTES,
  NUMBERS,
  type SegmentShape,
} from '../../../../lib/related/segments/segment';
import { parseSegment, SEGMENT_FORMAT, packRows } from '../../../../lib/related/segments/segment-file';
import type { SegmentRow } from '../../../../lib/related/segments/segment-row';
import { checksumOf } from '../../../../lib/text/hash';

const shape: SegmentShape = { count: 3, dimensions: 5, words: 7, people: 2, topics: 1, keys: 11 };

describe('columnsOf', () => {
  it('lays every column in the bytes, none over another, and fills them', () => {
    const bytes = new ArrayBuffer(byteLengthOf(shape));
    const ranges = Object.values(columnsOf(bytes, shape))
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

  it('allows empty lists', () => {
    const empty: SegmentShape = { count: 1, dimensions: 4, words: 0, people: 0, topics: 0, keys: 0 };
    const columns = columnsOf(new ArrayBuffer(byteLengthOf(empty)), empty);
    expect([columns.words.length, columns.people.length, columns.keys.length]).toEqual([0, 0, 0]);
  });
});

describe('COLUMNS', () => {
  const rows = [1, 2, 3].map((number): SegmentRow => ({
    key: `arxiv:2606.0000${number}`,
    vector: Int8Array.of(number, -number, 0, 127),
    words: Uint16Array.from({ length: number }, (_, position) => position * number),
    people: Uint32Array.of(number * 1000, 4_294_967_295),
    topics: number === 2 ? new Uint32Array() : Uint32Array.of(7),
    day: 20_000 + number,
    upvotes: number * 100,
    sources: number,
    title: number * 65_537,
    isLive: number !== 3,
  }));
  const bytes = packRows({ version: 'test', dimensions: 4 }, rows);
  const segment = parseSegment(bytes, 'test');
  if (segment === null) throw new Error('A segment of three rows is expected.');

  it.each([...NUMBERS])('give back the number of each row in %s', (name) => {
    expect([...segment[name]]).toEqual(rows.map((row) => COLUMNS[name].from(row)));
  });

  it.each([...ARRAYS])('give back the numbers of each row in %s', (name) => {
    for (const [position, row] of rows.entries()) {
      expect([...arrayAt(segment, name, position)]).toEqual(Array.from(COLUMNS[name].from(row)));
    }
  });

  it('lie in the bytes as format 2 has them: other bytes need another SEGMENT_FORMAT', () => {
    expect([SEGMENT_FORMAT, bytes.byteLength, checksumOf(new Uint8Array(bytes))]).toEqual([
      2, 320, 18_193_351,
    ]);
  });
});
