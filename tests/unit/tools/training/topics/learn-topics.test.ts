import { describe, expect, it } from 'vitest';
import { learnTopics, readForLearning, wholeNames } from '../../../../../tools/training/topics/learn-topics';
import { collectedPaper, REWRITES } from '../../../../support/related/topics';

/** Papers of one day, each with its text and keywords. */
function learn(...papers: readonly (readonly [string, readonly string[]])[]) {
  const rows = papers.map(([abstract, keywords]) => collectedPaper({ abstract, keywords }));
  return learnTopics(readForLearning(rows, REWRITES), REWRITES, new Map([['video generation', 9]]));
}

describe('learnTopics', () => {
  const paper = ['Flow matching for video', ['flow matching', 'my coinage']] as const;

  it('makes topics of the keywords that enough papers have', () => {
    const { keys, names, papers } = learn(paper, ['Flow matching', ['Flow Matching', 'coinage']]);
    expect(keys).toEqual(['flow matching']);
    expect(names).toEqual(['flow matching']);
    expect(papers).toEqual([2]);
  });

  it('accepts one paper’s keyword if other texts have the name too', () => {
    const { keys } = learn(['Video generation', ['video generation', 'my own coinage']]);
    expect(keys).toEqual(['video generation']);
  });

  it('rejects names that texts use without being about them', () => {
    const others = Array.from({ length: 40 }, () => ['a benchmark', []] as const);
    const { keys } = learn(
      ...others,
      ...Array.from({ length: 3 }, () => ['benchmark', ['benchmark']] as const),
    );
    expect(keys).toEqual([]);
  });

  it('counts the variants of a topic for it', () => {
    const { keys, aliases, finder } = learn(['Flow matching', ['flow matching']], paper, [
      'flow matching models',
      ['flow matching models'],
    ]);
    expect(keys).toEqual(['flow matching']);
    expect(aliases.get('flow matching model')).toBe('flow matching');
    expect(finder.topicOf('flow matching model')).toBe(0);
  });
});

describe('readForLearning', () => {
  it('lets old papers count less', () => {
    const rows = ['2026-06-30', '2026-01-01'].map((date) => collectedPaper({ title: 'A', date }));
    expect(readForLearning(rows, REWRITES).map(({ weight }) => weight)).toEqual([1, 0.5]);
  });
});

describe('wholeNames', () => {
  it('leaves out names that are a part of longer ones', () => {
    const found = [
      { topic: 0, from: 0, to: 2 },
      { topic: 1, from: 0, to: 3 },
      { topic: 2, from: 1, to: 2 },
      { topic: 2, from: 5, to: 6 },
    ];
    expect(wholeNames(found)).toEqual([
      { topic: 1, from: 0, to: 3 },
      { topic: 2, from: 5, to: 6 },
    ]);
  });
});
