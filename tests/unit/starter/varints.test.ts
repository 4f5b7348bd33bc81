import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pushVarint, varintReader } from '../../../lib/starter/varints';

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
