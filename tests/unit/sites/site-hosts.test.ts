import { describe, expect, it } from 'vitest';
import { isSiteUrl, siteMatches } from '../../../lib/sites/site-hosts';

describe('siteMatches', () => {
  it('holds the patterns of every site', () => {
    expect(siteMatches).toContain('*://arxiv.org/abs/*');
    expect(siteMatches).toContain('https://huggingface.co/papers/*');
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
