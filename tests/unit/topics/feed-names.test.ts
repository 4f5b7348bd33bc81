import { describe, expect, it, vi } from 'vitest';
import { createFeedNames, isTopicLike, MIN_PAPERS } from '../../../lib/topics/feed-names';

describe('createFeedNames', () => {
  it('makes a keyword a topic when enough papers have it, and tells it once', () => {
    const onTopic = vi.fn<(key: string) => void>();
    const names = createFeedNames(onTopic);

    for (let paper = 0; paper < MIN_PAPERS - 1; paper++) names.count('flow matching', 'Flow Matching', 1);
    const before = names.nameOf('flow matching');
    names.count('flow matching', 'flow matching', 1);
    names.count('flow matching', 'Flow matching', 1);

    expect(before).toBeUndefined();
    expect(names.nameOf('flow matching')).toBe('flow matching');
    expect(onTopic.mock.calls).toEqual([['flow matching']]);
  });

  it('takes a lone word only when it is a proper name', () => {
    const names = createFeedNames(() => undefined);
    for (let paper = 0; paper < MIN_PAPERS; paper++) {
      names.count('quality', 'quality', 1);
      names.count('dust3r', 'DUSt3R', 1);
    }
    expect([names.nameOf('quality'), names.nameOf('dust3r')]).toEqual([undefined, 'DUSt3R']);
  });

  it('shows a name without its short form', () => {
    const names = createFeedNames(() => undefined);
    for (let paper = 0; paper < MIN_PAPERS; paper++) names.count('flow matching', 'flow matching (FM)', 1);
    expect(names.nameOf('flow matching')).toBe('flow matching');
  });

  it('forgets it when the papers go', () => {
    const names = createFeedNames(() => undefined);
    for (let paper = 0; paper < MIN_PAPERS; paper++) names.count('flow matching', 'flow matching', 1);
    names.count('flow matching', 'flow matching', -1);
    expect(names.nameOf('flow matching')).toBeUndefined();
  });
});

describe('isTopicLike', () => {
  it.each([
    ['flow matching', true],
    ['large language model as a judge', true],
    ['new method', false],
    ['', false],
    ['a b c d e f g h i', false],
  ])('says of "%s": %s', (key, expected) => {
    expect(isTopicLike(key)).toBe(expected);
  });
});
