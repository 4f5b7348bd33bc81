import { describe, expect, it } from 'vitest';
import { HOUR } from '../../../../lib/model/dates';
import { risingRate } from '../../../../lib/model/paper/rising';
import { day, NOW_MS, paper } from '../../../support/builders';

const at = (hoursAgo: number, upvotes: number) => ({ atMs: NOW_MS - hoursAgo * HOUR, upvotes });

describe('risingRate', () => {
  it('is the gain of about the last day', () => {
    const earlierCounts = [at(60, 0), at(24, 40), at(3, 95)];
    const rising = paper({ listedOn: day('2026-06-07'), upvotes: 100, earlierCounts });
    expect(risingRate(rising, NOW_MS)).toBeCloseTo(60);
  });

  it('counts a paper of today from none', () => {
    const fresh = paper({ listedOn: day('2026-06-10'), upvotes: 30 });
    expect(risingRate(fresh, NOW_MS)).toBeCloseTo(60); // Half a day old.
  });

  it('takes the oldest counts of a paper that was counted only lately', () => {
    const late = paper({ listedOn: day('2026-06-01'), upvotes: 30, earlierCounts: [at(12, 20)] });
    expect(risingRate(late, NOW_MS)).toBeCloseTo(20);
  });

  it.each([
    ['without earlier counts', { listedOn: day('2026-06-01'), upvotes: 30 }],
    ['listed long ago', { listedOn: day('2026-05-01'), upvotes: 30, earlierCounts: [at(24, 0)] }],
    ['that loses upvotes', { listedOn: day('2026-06-07'), upvotes: 3, earlierCounts: [at(24, 9)] }],
    ['without upvotes', { listedOn: day('2026-06-10') }],
    ['on no list', { upvotes: 30 }],
  ])('is 0 for a paper %s', (_, overrides) => {
    expect(risingRate(paper(overrides), NOW_MS)).toBe(0);
  });
});
