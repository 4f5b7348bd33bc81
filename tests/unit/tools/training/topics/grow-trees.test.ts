import { describe, expect, it } from 'vitest';
import { logOddsOf } from '../../../../../lib/topics/find/trees';
import { type Example, growTrees } from '../../../../../tools/training/topics/grow-trees';

/** True when exactly one of the first two features is set: no sum of single features tells it. */
const examples: readonly Example[] = Array.from({ length: 400 }, (_, row) => {
  const [one, two, noise] = [row % 2, Math.floor(row / 2) % 2, (row * 37) % 11];
  return { features: [one, two, noise], isTrue: one !== two, weight: 1 };
});

describe('growTrees', () => {
  it('learns interactions of features', () => {
    const trees = growTrees(examples);
    for (const { features, isTrue } of examples) expect(logOddsOf(trees, features) > 0).toBe(isTrue);
  });

  it('lets examples count by their weights', () => {
    const mixed = [0, 0, 0, 1].map((outcome) => ({
      features: [0],
      isTrue: outcome === 1,
      weight: outcome === 1 ? 9 : 1,
    }));
    const trees = growTrees([...mixed, { features: [1], isTrue: false, weight: 1 }]);
    expect(logOddsOf(trees, [0])).toBeGreaterThan(0);
  });

  it('gives the same trees for the same examples', () => {
    expect(growTrees(examples)).toEqual(growTrees(examples));
  });

  it('refuses to learn from nothing', () => {
    expect(() => growTrees([])).toThrow('No examples');
  });
});
