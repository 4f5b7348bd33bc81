import { expect, it } from 'vitest';
import { logOddsOf, TREE_DEPTH } from '../../../../lib/topics/find/trees';

it('logOddsOf sums one leaf of each tree, by its questions', () => {
  const leaves = Float32Array.from({ length: 2 * 2 ** TREE_DEPTH }, (_, leaf) => leaf);
  const features = Uint8Array.from({ length: 2 * TREE_DEPTH }, (_, question) => question % TREE_DEPTH);
  const thresholds = new Float32Array(features.length).fill(0.5);
  expect(logOddsOf({ features, thresholds, leaves }, [1, 0, 1, 0])).toBe(5 + (16 + 5));
});
