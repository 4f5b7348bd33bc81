import { describe, expect, it } from 'vitest';
import { retentionScoreOf } from '../../../../lib/model/paper/retention-score';
import { day, paper } from '../../../support/builders';

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

  it('takes the day of publication, or of coming in, where no list has the paper', () => {
    const { publishedOn: _, ...undated } = paper();
    expect(retentionScoreOf(paper())).toBe(worth('2026-06-08'));
    expect(retentionScoreOf(undated)).toBe(worth('2026-06-10'));
  });
});
