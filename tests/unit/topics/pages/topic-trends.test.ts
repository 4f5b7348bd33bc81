import { describe, expect, it } from 'vitest';
import { countTopics, risingTopics } from '../../../../lib/topics/pages/topic-trends';

const papers = (topic: string, ...days: readonly number[]) => days.map((day) => ({ topics: [topic], day }));

describe('countTopics', () => {
  it('counts all papers, those of the last month and week; the last month comes first', () => {
    expect(countTopics([...papers('old', 0, 1, 2), ...papers('new', 95, 70, 100)], 100)).toEqual([
      { topic: 'new', papers: 3, month: 2, week: 2 },
      { topic: 'old', papers: 3, month: 0, week: 0 },
    ]);
  });

  it('ends the month with the last paper, but never after today', () => {
    expect(countTopics([...papers('a', 50), ...papers('b', 9999)], 100)).toEqual([
      { topic: 'a', papers: 1, month: 1, week: 1 },
      { topic: 'b', papers: 1, month: 0, week: 0 },
    ]);
  });

  it('counts nothing in an empty feed', () => {
    expect(countTopics([], 100)).toEqual([]);
  });
});

describe('risingTopics', () => {
  const count = (topic: string, month: number, week: number) => ({ topic, papers: month, month, week });

  it('finds topics with more papers than their earlier share suggests', () => {
    const counts = [count('steady', 40, 10), count('rising', 12, 9), count('rare', 2, 2)];
    expect(risingTopics(counts, 5).map(({ topic }) => topic)).toEqual(['rising']);
  });

  it('finds nothing in a feed that is a week old', () => {
    expect(risingTopics([count('a', 9, 9)], 5)).toEqual([]);
  });
});
