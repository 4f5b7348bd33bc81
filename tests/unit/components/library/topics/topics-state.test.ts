import { describe, expect, it } from 'vitest';
import { topicOfHash, topicsMatching } from '../../../../../components/library/topics/topics-state';

describe('topicsMatching', () => {
  const topics = ['video generation', 'generative models', 'Flow-Matching'].map((name) => ({
    name,
    papers: 1,
  }));
  const named = (typed: string) => topicsMatching(topics, typed).map(({ name }) => name);

  it('finds names by any part, those that begin with it first', () => {
    expect(named('gener')).toEqual(['generative models', 'video generation']);
    expect(named('flow matching')).toEqual(['Flow-Matching']);
    expect(named('')).toHaveLength(3);
    expect(named('tides')).toEqual([]);
  });
});

describe('topicOfHash', () => {
  it.each([
    ['topic=flow%20matching', 'flow matching'],
    ['topic=100%', '100%'],
    ['topic=', null],
    ['topics', null],
    ['reading', null],
  ])('reads "%s" as %s', (hash, topic) => {
    expect(topicOfHash(hash)).toBe(topic);
  });
});
