import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packStarterRows, pushVarint, unpackStarterRows, varintReader } from '../../../lib/starter/rows-file';
import type { StarterRows } from '../../../lib/starter/rows-file';
import { textRow } from '../../support/starter';

const again = (rows: StarterRows) => unpackStarterRows(packStarterRows(rows).slice().buffer);

describe('the rows’ file', () => {
  it('gives back version, words and topics, and components rounded to four', () => {
    const rows = [
      textRow(),
      textRow({ vector: Int8Array.from({ length: 16 }, () => 127), words: new Uint16Array() }),
      textRow({ vector: Int8Array.from({ length: 16 }, () => -127), topics: new Uint32Array() }),
    ];

    const read = again({ version: 'v1', rows });

    expect(read.version).toBe('v1');
    expect(read.rows.map(({ words }) => words)).toEqual(rows.map(({ words }) => words));
    expect(read.rows.map(({ topics }) => topics)).toEqual(rows.map(({ topics }) => topics));
    expect(read.rows[0]?.vector).toEqual(rows[0]?.vector);
    expect([read.rows[1]?.vector[0], read.rows[2]?.vector[0]]).toEqual([127, -127]);
  });

  it('changes no component by more than two, and loses no word', () => {
    const row = fc.record({
      vector: fc.int8Array({ minLength: 8, maxLength: 8, min: -127, max: 127 }),
      words: fc
        .array(fc.nat(65_535))
        .map((words) => Uint16Array.from(words.flatMap((word) => [word, word])).sort()),
      topics: fc.uint32Array({ maxLength: 5 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        for (const [position, read] of again({ version: 'v', rows }).rows.entries()) {
          const written = rows[position];
          expect(read.words).toEqual(written?.words);
          expect(read.topics).toEqual(written?.topics);
          expect(read.vector.every((part, at) => Math.abs(part - (written?.vector[at] ?? 0)) <= 2)).toBe(
            true,
          );
        }
      }),
    );
  });

  it('holds no rows when there are none', () => {
    expect(again({ version: 'v', rows: [] }).rows).toEqual([]);
  });

  it('refuses bytes that are cut off, or of another format', () => {
    const bytes = packStarterRows({ version: 'v', rows: [textRow()] });
    const other = new TextDecoder().decode(bytes).replace('"format":1', '"format":9');

    expect(() => unpackStarterRows(bytes.slice(0, -2).buffer)).toThrow(Error);
    expect(() => unpackStarterRows(new TextEncoder().encode(other).buffer)).toThrow(Error);
  });
});

describe('pushVarint and varintReader', () => {
  it('give back any list of numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 })), (numbers) => {
        const bytes: number[] = [];
        for (const number of numbers) pushVarint(bytes, number);
        const next = varintReader(Uint8Array.from(bytes));

        expect(numbers.map(() => next())).toEqual(numbers);
      }),
    );
  });

  it('takes one byte for a small number', () => {
    const bytes: number[] = [];
    pushVarint(bytes, 127);
    pushVarint(bytes, 128);

    expect(bytes).toEqual([127, 128, 1]);
  });

  it('refuses to read past the end', () => {
    expect(varintReader(Uint8Array.of(128))).toThrow(RangeError);
  });
});
