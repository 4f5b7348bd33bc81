import { describe, expect, it } from 'vitest';
import { sites } from '../../../lib/sites';
import {
  isSiteUrl,
  optionalMatches,
  requiredMatches,
  siteAt,
  suspectPaper,
} from '../../../lib/sites/site-hosts';

describe('the match patterns', () => {
  it('of arXiv and Hugging Face are required', () => {
    expect(requiredMatches).toContain('*://arxiv.org/abs/*');
    expect(requiredMatches).toContain('https://huggingface.co/*');
  });

  it('are those of every site, once', () => {
    const all = sites.flatMap((site) => site.matches);
    const listed = [...requiredMatches, ...optionalMatches];

    expect(listed.toSorted()).toEqual(all.toSorted());
    expect(listed).toHaveLength(new Set(all).size);
  });
});

describe('isSiteUrl', () => {
  it.each([
    ['https://arxiv.org/abs/1706.03762', true],
    ['https://arxiv.org/list/cs/new', true],
    ['https://huggingface.co/papers', true],
    ['https://info.arxiv.org/help', false],
    ['https://bjo.bmj.com/about', true],
    ['https://bmj.com/', true],
    ['https://evilbmj.com/', false],
    ['https://arxiv.org.evil.com/abs/1706.03762', false],
    ['about:blank', false],
  ])('of %s is %s', (url, expected) => {
    expect(isSiteUrl(new URL(url))).toBe(expected);
  });
});

describe('siteAt', () => {
  it('finds a site by its host alone', () => {
    expect(siteAt(new URL('https://wires.onlinelibrary.wiley.com/journal/1'))?.id).toBe('wiley');
    expect(siteAt(new URL('https://example.org/'))).toBeNull();
  });
});

describe('suspectPaper', () => {
  it.each([
    ['https://zenodo.org/records/569323', { site: 'zenodo', ids: {}, view: 'abstract' }],
    [
      'https://www.ncbi.nlm.nih.gov/pubmed/21249758',
      { site: 'pubmed', ids: { pmid: '21249758' }, view: 'abstract' },
    ],
    ['https://arxiv.org/html/cs/9904010', { site: 'arxiv', ids: { arxiv: 'cs/9904010' }, view: 'html' }],
    ['https://journal.example.org/articles/1', { site: 'other', ids: {}, view: 'abstract' }],
    ['https://arxiv.org/abs/1706.03762', null],
    ['https://arxiv.org/list/cs/new', null],
    ['https://zenodo.org/communities/pspm/records', null],
    ['about:blank', null],
    ['file:///papers/1.html', null],
  ])('of %s is %j', (url, expected) => {
    expect(suspectPaper(new URL(url))).toEqual(expected);
  });
});
