import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../../../tools/training/random';
import { createTextOrder } from '../../../../../../tools/training/model/batches/text-order';

/** Even papers point one way, odd ones the other. */
const UNITS = {
  numbers: Float32Array.from({ length: 64 }, (_, place) => (Math.floor(place / 2) % 2 === place % 2 ? 1 : 0)),
  stride: 2,
};
const PAPERS = Int32Array.from({ length: 32 }, (_, paper) => paper);

describe('createTextOrder', () => {
  it('gives each paper once before any comes again', () => {
    const order = createTextOrder(PAPERS, 8, 1, createRandom(2));

    const first = Array.from({ length: 4 }, () => Array.from(order.next(null))).flat();

    expect(first.toSorted((a, b) => a - b)).toEqual(Array.from(PAPERS));
    expect(first).not.toEqual(Array.from(PAPERS));
  });

  it('fills a batch with similar papers', () => {
    // Two papers drawn at random are alike in some runs: then there is nothing to sort by.
    const mixtures = [1, 2, 3, 4, 5, 6].map((seed) => {
      const order = createTextOrder(PAPERS, 8, 4, createRandom(seed));
      return [1, 2, 3, 4].map(
        () =>
          new Set(
            Array.from(
              order.next(() => UNITS),
              (paper) => paper % 2,
            ),
          ).size,
      );
    });

    expect(mixtures.filter((sizes) => sizes.every((size) => size === 1)).length).toBeGreaterThan(1);
  });

  it('repeats a corpus that is smaller than a batch', () => {
    const order = createTextOrder(PAPERS.subarray(0, 3), 8, 4, createRandom(2));

    expect(order.next(() => UNITS)).toHaveLength(8);
    expect(new Set(order.next(() => UNITS))).toEqual(new Set([0, 1, 2]));
  });
});
