import { describe, expect, it } from 'vitest';
import { countDrops } from '../../../lib/sources/drop-count';

describe('countDrops', () => {
  it('counts each reason, sorted by name', () => {
    expect(countDrops(['no-title', 'no-id', 'no-title'])).toEqual([
      { reason: 'no-id', count: 1 },
      { reason: 'no-title', count: 2 },
    ]);
  });

  it('gives an empty list when nothing was dropped', () => {
    expect(countDrops([])).toEqual([]);
  });
});
