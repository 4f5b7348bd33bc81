import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  hashesOf,
  positionOf,
  readPackedTerms,
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
