import { describe, expect, it } from 'vitest';
import { bestOf } from '../../../../tools/eval-related/best-of';

describe('bestOf', () => {
  const keys = ['c', 'b', 'a', 'd'];
  const scores = Float64Array.of(1, 3, 1, 0);

  it('gives the best first, of equals the smaller key', () => {
    expect(bestOf(scores, keys, { limit: 3, from: -1, ownKey: null })).toEqual([
      ['b', 3],
      ['a', 1],
      ['c', 1],
    ]);
  });

  it('leaves out what scores no more than asked, and the query itself', () => {
    expect(bestOf(scores, keys, { limit: 10, from: 0, ownKey: 'b' })).toEqual([
      ['a', 1],
      ['c', 1],
    ]);
  });

  it('gives as many as asked even if the query itself is among the best', () => {
    expect(bestOf(scores, keys, { limit: 2, from: 0, ownKey: 'b' })).toHaveLength(2);
  });
});
