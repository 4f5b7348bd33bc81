import { describe, expect, it } from 'vitest';
import {
  countsByMonth,
  countTopics,
  MAX_MONTHS,
  relatedTopics,
  risingTopics,
} from '../../../../lib/topics/pages/topic-pages';

describe('relatedTopics', () => {
  const papers = [
    ['diffusion', 'video', 'model'],
    ['diffusion', 'video', 'model'],
    ['diffusion', 'audio', 'model'],
    ['diffusion', 'model'],
    ...Array.from({ length: 9 }, () => ['model']),
  ];

  it('puts topics that occur with the topic before topics that occur everywhere', () => {
    expect(relatedTopics('diffusion', papers, 5)).toEqual([
      { topic: 'video', papers: 2 },
      { topic: 'model', papers: 4 },
    ]);
  });

  it('keeps to the limit, and takes hashes as well', () => {
    const hashed = [
      [1, 2, 3],
      [1, 2, 3],
    ];
    expect(relatedTopics(1, hashed, 1)).toEqual([{ topic: 2, papers: 2 }]);
  });

  it.each([
    ['an unknown topic', 'knitting'],
    ['a topic alone', 'audio'],
  ])('gives nothing for %s', (_, topic) => {
    expect(relatedTopics(topic, papers, 5)).toEqual([]);
  });
});

describe('countsByMonth', () => {
  it('counts months, including empty ones', () => {
    expect(countsByMonth(['2026-01-05', '2025-11-30', '2026-01-31'])).toEqual([
      { month: '2025-11', papers: 1 },
      { month: '2025-12', papers: 0 },
      { month: '2026-01', papers: 2 },
    ]);
  });

  it('gives nothing for no days, and leaves out what is not a day', () => {
    expect(countsByMonth([])).toEqual([]);
    expect(countsByMonth(['', 'soon', '2026-13-01'])).toEqual([]);
  });

  it('keeps the last months if one date is far off', () => {
    const months = countsByMonth(['0001-01-01', '2026-01-01']);
    expect(months).toHaveLength(MAX_MONTHS);
    expect(months.at(-1)).toEqual({ month: '2026-01', papers: 1 });
  });
});

const papersOf = (topic: string, ...days: readonly number[]) => days.map((day) => ({ topics: [topic], day }));

describe('countTopics', () => {
  it('counts all papers, those of the last month and week; the last month comes first', () => {
    expect(countTopics([...papersOf('old', 0, 1, 2), ...papersOf('new', 95, 70, 100)], 100)).toEqual([
      { topic: 'new', papers: 3, month: 2, week: 2 },
      { topic: 'old', papers: 3, month: 0, week: 0 },
    ]);
  });

  it('ends the month with the last paper, but never after today', () => {
    expect(countTopics([...papersOf('a', 50), ...papersOf('b', 9999)], 100)).toEqual([
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
