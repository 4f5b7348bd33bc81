import { describe, expect, it } from 'vitest';
import { corpusFigures, meanFigures, poolFigures } from '../../../../tools/eval-related/metrics';

describe('corpusFigures', () => {
  it('gives 1 when all relevant papers come first', () => {
    expect(corpusFigures(['a', 'b', 'c'], new Set(['a', 'b']))).toEqual({
      'nDCG@10': 1,
      'recall@20': 1,
      'recall@100': 1,
    });
  });

  it('discounts by the logarithm of the rank, and cuts', () => {
    const ranked = Array.from({ length: 200 }, (_, place) => `p${place}`);

    const figures = corpusFigures(ranked, new Set(['p2', 'p15', 'p50', 'p150']));

    const ideal = 1 + 1 / Math.log2(3) + 1 / Math.log2(4) + 1 / Math.log2(5);
    expect(figures['nDCG@10']).toBeCloseTo(0.5 / ideal, 10);
    expect(figures['recall@20']).toBe(0.5);
    expect(figures['recall@100']).toBe(0.75);
  });
});

describe('poolFigures', () => {
  it('gives 1 for the best order, with gains as they are', () => {
    expect(poolFigures([3, 2, 1, 0, 0])).toEqual({ 'nDCG@20': 1, 'nDCG%20': 1, 'nDCG%20-CSFCube': 1 });
  });

  it('looks at a fifth of the pool, rounded down', () => {
    const figures = poolFigures([1, 3, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0]);

    expect(figures['nDCG%20']).toBeCloseTo((1 + 3 / Math.log2(3)) / (3 + 2 / Math.log2(3)), 10);
    expect(figures['nDCG%20-CSFCube']).toBeCloseTo(4 / 5, 10);
    expect(figures['nDCG@20']).toBeGreaterThan(0);
  });

  it('returns 0 for a pool too small for a fifth', () => {
    expect(poolFigures([1])['nDCG%20']).toBe(0);
  });
});

describe('meanFigures', () => {
  it('averages each figure', () => {
    expect(
      meanFigures([
        { a: 1, b: 0 },
        { a: 0, b: 0 },
      ]),
    ).toEqual({ a: 0.5, b: 0 });
  });

  it('returns null for no figures', () => {
    expect(meanFigures([])).toBeNull();
  });
});
