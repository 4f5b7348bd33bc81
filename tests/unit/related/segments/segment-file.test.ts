import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../../lib/model/paper/paper';
import {
  isWholeSegment,
  packPositions,
  packRows,
  parseSegment,
} from '../../../../lib/related/segments/segment-file';
import { isSameRow, rowOf } from '../../../../lib/related/segments/segment-row';
import { paper, papers } from '../../../support/builders';
import { segmentOf } from '../../../support/related/segments';
import { wordModel } from '../../../support/related/word-model';

const model = wordModel();
const { version } = model.header;
const rowsOf = (all: readonly Paper[]) => all.map((one) => rowOf(model, one, one.keywords));
const bytesOf = (count: number) => packRows(model.header, rowsOf(papers(count)));

describe('parseSegment', () => {
  it('gives views of the bytes: only what changes is copied', () => {
    const bytes = bytesOf(3);
    const segment = parseSegment(bytes, version);

    expect(segment).toMatchObject({ count: 3, live: new Uint8Array([1, 1, 1]) });
    expect(segment?.vectors.buffer).toBe(bytes);
    expect(segment?.words.buffer).toBe(bytes);
    expect(segment?.live.buffer).not.toBe(bytes);
    expect(segment?.keyOf(2)).toBe('arxiv:2605.00003');
  });

  it('reads keys that are not ASCII', () => {
    const key = 'title:ökonomie搜索|müller';
    const bytes = packRows(model.header, [{ ...rowOf(model, paper(), []), key }]);
    expect(parseSegment(bytes, version)?.keyOf(0)).toBe(key);
  });

  it.each<[string, (bytes: ArrayBuffer) => ArrayBuffer]>([
    ['nothing', () => new ArrayBuffer(0)],
    ['less than a header', (bytes) => bytes.slice(0, 40)],
    ['a part', (bytes) => bytes.slice(0, bytes.byteLength - 4)],
    ['too much', (bytes) => Uint8Array.from([...new Uint8Array(bytes), 0, 0, 0, 0]).buffer],
    ['zeros', (bytes) => new ArrayBuffer(bytes.byteLength)],
    ['another magic', (bytes) => changed(bytes, 0)],
    ['another format', (bytes) => changed(bytes, 1)],
    ['another version', (bytes) => changed(bytes, 2)],
    ['another count of rows', (bytes) => changed(bytes, 5)],
    ['another count of dimensions', (bytes) => changed(bytes, 6)],
  ])('gives null for %s', (_, damage) => {
    expect(parseSegment(damage(bytesOf(3)), version)).toBeNull();
  });

  it('gives null for rows of another version', () => {
    expect(parseSegment(bytesOf(3), 'another')).toBeNull();
  });

  it('gives null for a segment without rows, which is never written', () => {
    expect(parseSegment(packRows(model.header, []), version)).toBeNull();
  });
});

describe('isWholeSegment', () => {
  it('accepts a sealed segment, and notices every changed byte', () => {
    const bytes = bytesOf(4);
    expect(isWholeSegment(bytes)).toBe(true);
    fc.assert(
      fc.property(fc.nat(bytes.byteLength - 1), fc.integer({ min: 1, max: 255 }), (position, change) => {
        const damaged = new Uint8Array(bytes.slice(0));
        damaged[position] = (damaged[position] ?? 0) ^ change;
        expect(isWholeSegment(damaged.buffer)).toBe(false);
      }),
    );
    expect(isWholeSegment(new ArrayBuffer(3))).toBe(false);
  });

  it('never lets damaged columns throw: wrong bytes give wrong rows', () => {
    const bytes = bytesOf(4);
    fc.assert(
      fc.property(fc.integer({ min: 64, max: bytes.byteLength - 1 }), fc.nat(255), (position, value) => {
        const damaged = new Uint8Array(bytes.slice(0));
        damaged[position] = value;
        const segment = parseSegment(damaged.buffer, version);
        expect(typeof segment?.keyOf(3)).toBe('string');
      }),
    );
  });
});

const several = papers(6, (index) => ({
  title: `Coding agents and ocean waves, part ${'x'.repeat(index)}`,
  abstract:
    ['Repository flow matching. '.repeat(index), '', '🙂', '$x$', 'Поиск', 'Unknown wordage'][index] ?? '',
  authors: Array.from({ length: index }, (_, number) => `Author ${number}`),
  keywords: Array.from({ length: index % 3 }, (_, number) => `topic ${number}`),
  upvotes: index,
}));

describe('packRows', () => {
  it('writes rows that read back as they were', () => {
    const rows = rowsOf(several);
    const segment = parseSegment(packRows(model.header, rows), version);

    expect(segment?.count).toBe(rows.length);
    for (const [row, written] of rows.entries()) {
      expect(segment !== null && isSameRow(segment, row, written)).toBe(true);
      expect(segment?.keyOf(row)).toBe(written.key);
    }
  });
});

describe('packPositions', () => {
  it('copies rows of several segments in the order given', () => {
    const [one, other] = [segmentOf(model, several.slice(0, 3)), segmentOf(model, several.slice(3))];
    const positions = [
      { segment: other, row: 2 },
      { segment: one, row: 0 },
      { segment: other, row: 0 },
      { segment: one, row: 2 },
    ];
    const expected = [5, 0, 3, 2].map((index) => several[index]);

    const segment = parseSegment(packPositions(model.header, positions), version);

    for (const [row, paper] of expected.entries()) {
      if (segment === null || paper === undefined) throw new Error('A segment of four rows is expected.');
      expect(isSameRow(segment, row, rowOf(model, paper, paper.keywords))).toBe(true);
      expect(segment.keyOf(row)).toBe(paper.key);
      expect(segment.keyHashes[row]).toBe(segmentOf(model, [paper]).keyHashes[0]);
    }
  });

  it('keeps a tombstone', () => {
    const positions = [{ segment: segmentOf(model, [], ['arxiv:2606.00009']), row: 0 }];
    const segment = parseSegment(packPositions(model.header, positions), version);
    expect([segment?.live[0], segment?.keyOf(0)]).toEqual([0, 'arxiv:2606.00009']);
  });
});

function changed(bytes: ArrayBuffer, field: number): ArrayBuffer {
  const fields = new Uint32Array(bytes);
  fields[field] = (fields[field] ?? 0) + 1;
  return bytes;
}
