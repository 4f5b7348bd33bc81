import { describe, expect, it } from 'vitest';
import { createRandom, mixSeeds, normal, shuffle } from '../../../../tools/training/random';

const draws = (seed: number, count: number): readonly number[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random());
};

describe('createRandom', () => {
  it('gives the same numbers for the same seed, and others for another', () => {
    expect(draws(7, 5)).toEqual(draws(7, 5));
    expect(draws(7, 5)).not.toEqual(draws(8, 5));
  });

  it('fills [0, 1) evenly', () => {
    const numbers = draws(1, 20_000);

    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    expect(numbers.filter((number) => number < 0.25).length / numbers.length).toBeCloseTo(0.25, 1);
  });
});

describe('mixSeeds', () => {
  it('gives other seeds for neighbouring steps and texts', () => {
    const seeds = [0, 1, 2].flatMap((step) => [0, 1, 2].map((text) => mixSeeds(1, step, text)));

    expect(new Set(seeds).size).toBe(9);
  });
});

describe('shuffle', () => {
  it('keeps every number and moves them', () => {
    const numbers = Int32Array.from({ length: 50 }, (_, place) => place);

    shuffle(numbers, createRandom(3));

    expect(Array.from(numbers).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, place) => place),
    );
    expect(numbers[0] === 0 && numbers[49] === 49).toBe(false);
  });
});

describe('normal', () => {
  it('has mean 0 and variance 1', () => {
    const random = createRandom(5);
    const numbers = Array.from({ length: 20_000 }, () => normal(random));
    const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    const variance = numbers.reduce((sum, number) => sum + number * number, 0) / numbers.length;

    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
  });
});
