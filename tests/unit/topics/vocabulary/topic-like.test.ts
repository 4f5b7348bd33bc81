import { describe, expect, it } from 'vitest';
import { isTopicLike } from '../../../../lib/topics/vocabulary/topic-like';

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
