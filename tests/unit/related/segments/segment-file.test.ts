import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allocateSegment,
  isWholeSegment,
  parseSegment,
  sealSegment,
} from '../../../../lib/related/segments/segment-file';
import { rowOf } from '../../../../lib/related/segments/segment-row';
import { paper, papers } from '../../../support/builders';
import { segmentBytes } from '../../../support/related/segments';
import { wordModel } from '../../../support/related/word-model';

const model = wordModel();
const { version } = model.header;
const bytesOf = (count: number) =>
  segmentBytes(
    model,
    papers(count).map((one) => rowOf(model, one, one.keywords)),
  );

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
    const bytes = segmentBytes(model, [{ ...rowOf(model, paper(), []), key }]);
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
    const { bytes, columns } = allocateSegment({
      count: 0,
      dimensions: 16,
      words: 0,
      people: 0,
      topics: 0,
      keys: 0,
    });
    sealSegment(bytes, columns, version);
    expect(parseSegment(bytes, version)).toBeNull();
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

function changed(bytes: ArrayBuffer, field: number): ArrayBuffer {
  const fields = new Uint32Array(bytes);
  fields[field] = (fields[field] ?? 0) + 1;
  return bytes;
}
