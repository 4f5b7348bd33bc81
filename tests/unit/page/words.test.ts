import { describe, expect, it } from 'vitest';
import { PAGE_WORDS } from '../../../lib/page/words';

describe('PAGE_WORDS', () => {
  it.each([
    [0, '0 related papers'],
    [1, '1 related paper'],
    [24, '24 related papers'],
  ])('counts %d as %j', (count, words) => {
    expect(PAGE_WORDS.related(count)).toBe(words);
  });
});
