import { describe, expect, it } from 'vitest';
import { fitLogistic, probability, weigh } from '../../../../tools/train-topics/logistic';

describe('fitLogistic', () => {
  it('finds the odds that made the examples', () => {
    const examples = Array.from({ length: 4000 }, (_, number) => {
      const clue = (number % 9) - 4;
      const share = ((number * 7919) % 4000) / 4000;
      return { clues: [1, clue], isTrue: share < probability(0.5 + 0.8 * clue) };
    });

    const [start = 0, slope = 0] = fitLogistic(examples);

    expect(start).toBeCloseTo(0.5, 1);
    expect(slope).toBeCloseTo(0.8, 1);
  });

  it('leaves a clue that is always 0 without weight', () => {
    const examples = [true, false, true].map((isTrue) => ({ clues: [1, 0], isTrue }));
    expect(fitLogistic(examples)[1]).toBe(0);
  });

  it('refuses to learn from nothing', () => {
    expect(() => fitLogistic([])).toThrow('No examples');
  });
});

describe('weigh', () => {
  it('sums the clues, each times its weight', () => {
    expect(weigh([1, 2], [3, 4])).toBe(11);
  });
});
