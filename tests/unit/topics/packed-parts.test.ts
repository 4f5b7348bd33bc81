import { expect, it } from 'vitest';
import { bytesOfLines, numbersOf, readLines } from '../../../lib/topics/packed-parts';

it('numbersOf reads bytes in place', () => {
  const numbers = Uint32Array.from([1, 70_000]);
  expect(numbersOf(Uint32Array, new Uint8Array(numbers.buffer, 4, 4))).toEqual(Uint32Array.from([70_000]));
});

it('readLines gives back what bytesOfLines took, and nothing beyond', () => {
  const lineAt = readLines(bytesOfLines(['flow', '', 'naïve']));
  expect([0, 1, 2, 3].map(lineAt)).toEqual(['flow', '', 'naïve', '']);
});
