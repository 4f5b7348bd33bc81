import { describe, expect, it } from 'vitest';
import { HOUR } from '../../../../lib/model/dates';
import { rememberCounts } from '../../../../lib/model/paper/counts';
import { NOW_MS } from '../../../support/builders';

describe('rememberCounts', () => {
  it('keeps the counts that were there before they changed', () => {
    expect(rememberCounts({ upvotes: 12, comments: 3 }, 20, NOW_MS)).toEqual([
      { atMs: NOW_MS, upvotes: 12, comments: 3 },
    ]);
  });

  it.each([
    ['nothing changed', { upvotes: 12 }, 12, NOW_MS],
    ['the response says nothing', { upvotes: 12 }, undefined, NOW_MS],
    ['nothing was known', {}, 20, NOW_MS],
    ['nobody knows when', { upvotes: 12 }, 20, undefined],
  ])('keeps nothing when %s', (_, known, upvotes, atMs) => {
    expect(rememberCounts(known, upvotes, atMs)).toEqual([]);
  });

  it('keeps snapshots some hours apart, and the last eight', () => {
    let known = { upvotes: 0, earlierCounts: rememberCounts({}, 0, undefined) };
    for (let hour = 0; hour < 100; hour++) {
      const upvotes = hour + 1;
      known = { upvotes, earlierCounts: rememberCounts(known, upvotes, NOW_MS + hour * HOUR) };
    }
    const times = known.earlierCounts.map(({ atMs }) => (atMs - NOW_MS) / HOUR);
    expect(times).toEqual([54, 60, 66, 72, 78, 84, 90, 96]);
  });
});
