import { describe, expect, it } from 'vitest';
import {
  estimateWords,
  historyProgress,
  historyTitle,
  reachedWords,
} from '../../../../components/words/history-words';
import { day, NOW_MS } from '../../../support/builders';
import { historyStatus } from '../../../support/ui/papers';

describe('the words of a history', () => {
  it('name what is fetched and how far it is', () => {
    expect(historyTitle(historyStatus())).toBe('Daily papers back to 2 Mar 2026');
    expect(historyTitle(historyStatus({ id: 'arxiv/fill/cs.LG' }))).toBe('cs.LG back to 2 Mar 2026');
    expect(reachedWords(historyStatus())).toBe('Reached 11 May 2026.');
    expect(reachedWords(historyStatus({ state: { kind: 'done', atMs: NOW_MS } }))).toBe('Complete.');
  });

  it('say that it has not begun', () => {
    const { reachedOn: _, ...fresh } = historyStatus();
    expect(reachedWords(fresh)).toBe('Not begun.');
    expect(historyProgress(fresh, NOW_MS)).toEqual({ done: 0, total: 100 });
  });
});

describe('historyProgress', () => {
  it('counts days from today back, never past the goal', () => {
    expect(historyProgress(historyStatus(), NOW_MS)).toEqual({ done: 30, total: 100 });
    expect(historyProgress(historyStatus({ reachedOn: day('2026-01-01') }), NOW_MS).done).toBe(100);
    expect(historyProgress(historyStatus({ goalOn: day('2027-01-01') }), NOW_MS)).toEqual({
      done: 1,
      total: 1,
    });
    expect(historyProgress(historyStatus({ state: { kind: 'done', atMs: NOW_MS } }), NOW_MS).done).toBe(100);
  });
});

describe('estimateWords', () => {
  it.each([
    [90_000, 'About 12,400 papers in 13 requests, 2 min.'],
    [3_000, 'About 12,400 papers in 13 requests, less than a minute.'],
  ])('tells the cost of %i ms', (durationMs, expected) => {
    expect(estimateWords({ papers: 12_400, requests: 13, durationMs, isOverBudget: false })).toBe(expected);
  });
});
