import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  hashesOf,
  numbersOf,
  packTexts,
  positionOf,
  readPackedTerms,
  readTexts,
  sortTerms,
} from '../../../../lib/topics/vocabulary/packed-terms';

it('finds each term under its number, and no other', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.string(), (terms, other) => {
      const texts = sortTerms(terms);
      const packed = readPackedTerms(hashesOf(texts), (number) => texts[number] ?? '');
      expect(terms.map((term) => packed.termAt(packed.numberOf(term)))).toEqual(terms);
      expect(packed.numberOf(other) >= 0).toBe(terms.includes(other));
      expect(texts.length).toBe(new Set(terms).size);
    }),
  );
});

it('positionOf gives the length for a number that is not in the list', () => {
  const sorted = Uint32Array.from([2, 5, 9]);
  expect([2, 9, 1, 6, 10].map((number) => positionOf(sorted, number))).toEqual([0, 2, 3, 3, 3]);
});

it('numbersOf reads bytes in position', () => {
  const numbers = Uint32Array.from([1, 70_000]);
  expect(numbersOf(Uint32Array, new Uint8Array(numbers.buffer, 4, 4))).toEqual(Uint32Array.from([70_000]));
});

it('readTexts gives back what packTexts took, and nothing beyond', () => {
  const textAt = readTexts(packTexts(['flow', '', 'naïve']));
  expect([0, 1, 2, 3].map(textAt)).toEqual(['flow', '', 'naïve', '']);
});
