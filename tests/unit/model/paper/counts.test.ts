import { describe, expect, it } from 'vitest';
import { HOUR } from '../../../../lib/model/dates';
import { rememberCounts, retentionScoreOf, risingRate } from '../../../../lib/model/paper/counts';
import { day, NOW_MS, paper } from '../../../support/builders';

describe('rememberCounts', () => {
  it('keeps the counts from before a change', () => {
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

  it('takes the oldest counts of a paper that was first counted recently', () => {
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

const worth = (listedOn: string, upvotes?: number) =>
  retentionScoreOf(paper({ listedOn: day(listedOn), ...(upvotes === undefined ? {} : { upvotes }) }));

describe('retentionScoreOf', () => {
  it('grows with the day of the list', () => {
    expect(worth('2026-06-10') - worth('2026-06-01')).toBe(9);
  });

  it('grows with each doubling of the upvotes', () => {
    expect(worth('2026-06-10', 1) - worth('2026-06-10')).toBe(60);
    expect(worth('2026-06-10', 3) - worth('2026-06-10', 1)).toBe(60);
  });

  it('takes the day of publication, or of arrival, if no list has the paper', () => {
    const { publishedOn: _, ...undated } = paper();
    expect(retentionScoreOf(paper())).toBe(worth('2026-06-08'));
    expect(retentionScoreOf(undated)).toBe(worth('2026-06-10'));
  });
});
