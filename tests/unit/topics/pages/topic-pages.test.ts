import { describe, expect, it } from 'vitest';
import { countsByMonth, MAX_MONTHS, relatedTopics } from '../../../../lib/topics/pages/topic-pages';

describe('relatedTopics', () => {
  const papers = [
    ['diffusion', 'video', 'model'],
    ['diffusion', 'video', 'model'],
    ['diffusion', 'audio', 'model'],
    ['diffusion', 'model'],
    ['model'],
    ['model'],
    ['model'],
    ['model'],
    ['model'],
    ['model'],
    ['model'],
    ['model'],
    ['model'],
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
