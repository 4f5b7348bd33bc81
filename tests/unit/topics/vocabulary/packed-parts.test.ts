import { expect, it } from 'vitest';
import { numbersOf, packTexts, readTexts } from '../../../../lib/topics/vocabulary/packed-parts';

it('numbersOf reads bytes in position', () => {
  const numbers = Uint32Array.from([1, 70_000]);
  expect(numbersOf(Uint32Array, new Uint8Array(numbers.buffer, 4, 4))).toEqual(Uint32Array.from([70_000]));
});

it('readTexts gives back what packTexts took, and nothing beyond', () => {
  const textAt = readTexts(packTexts(['flow', '', 'naïve']));
  expect([0, 1, 2, 3].map(textAt)).toEqual(['flow', '', 'naïve', '']);
});
