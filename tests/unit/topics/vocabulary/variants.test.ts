import { describe, expect, it } from 'vitest';
import { isTopicLike, stemOf, variantsOf, withoutKind } from '../../../../lib/topics/vocabulary/variants';

describe('variantsOf', () => {
  it('gives other endings, and the name without its kind', () => {
    expect(variantsOf('key value caching')).toContain('key value cache');
    expect(variantsOf('flow matching model')).toContain('flow matching');
  });

  it.each(['attention', 'attention mechanism', 'the model', ''])(
    'leaves nothing of "%s" off but endings',
    (key) => {
      expect(withoutKind(key)).toBe(key);
    },
  );

  it('never gives the name itself', () => {
    expect(variantsOf('model merging')).not.toContain('model merging');
  });
});

it('stemOf keeps short words and "modeling"', () => {
  expect(['caching', 'cache', 'use', 'modeling'].map(stemOf)).toEqual(['cach', 'cach', 'use', 'modeling']);
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
