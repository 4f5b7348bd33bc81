import { describe, expect, it } from 'vitest';
import { sites } from '../../../lib/sites';
import { isSiteUrl, optionalMatches, requiredMatches, siteMatches } from '../../../lib/sites/site-hosts';

describe('the match patterns', () => {
  it('of arXiv and Hugging Face are required', () => {
    expect(requiredMatches).toContain('*://arxiv.org/abs/*');
    expect(requiredMatches).toContain('https://huggingface.co/*');
  });

  it('are those of every site, once', () => {
    const all = sites.flatMap((site) => site.matches);

    expect([...requiredMatches, ...optionalMatches].toSorted()).toEqual(all.toSorted());
    expect(siteMatches).toHaveLength(new Set(all).size);
  });
});

describe('isSiteUrl', () => {
  it.each([
    ['https://arxiv.org/abs/1706.03762', true],
    ['https://arxiv.org/list/cs/new', true],
    ['https://huggingface.co/papers', true],
    ['https://info.arxiv.org/help', false],
    ['https://arxiv.org.evil.com/abs/1706.03762', false],
    ['about:blank', false],
  ])('of %s is %s', (url, expected) => {
    expect(isSiteUrl(new URL(url))).toBe(expected);
  });
});
