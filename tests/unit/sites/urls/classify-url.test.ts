import { describe, expect, it } from 'vitest';
import { requiredSites, sites } from '../../../../lib/sites';
import { classifyUrl, pageSiteAt, siteAt } from '../../../../lib/sites/urls/classify-url';

const classify = (url: string) => classifyUrl(new URL(url), sites);

describe('classifyUrl', () => {
  it('finds the paper that a URL names, with its site', () => {
    expect(classify('https://openreview.net/forum?id=abcdefghij')).toEqual({
      kind: 'paper',
      site: {
        id: 'openreview',
        key: 'openreview',
        name: 'OpenReview',
        isSinglePage: true,
        anchors: [],
        tab: 'OpenReview',
      },
      ref: { site: 'openreview', ids: { openreview: 'abcdefghij' }, view: 'abstract' },
    });
    expect(classify('https://www.nature.com/articles/s41586-021-03819-2')?.site.anchors).toEqual([
      '.c-article-title',
    ]);
  });

  it.each([
    ['https://zenodo.org/records/569323', { site: 'zenodo', ids: {}, view: 'abstract' }],
    [
      'https://www.ncbi.nlm.nih.gov/pubmed/21249758',
      { site: 'pubmed', ids: { pmid: '21249758' }, view: 'abstract' },
    ],
    ['https://arxiv.org/html/cs/9904010', { site: 'arxiv', ids: { arxiv: 'cs/9904010' }, view: 'html' }],
    ['https://journal.example.org/articles/1', { site: 'other', ids: {}, view: 'abstract' }],
  ])('leaves it to the page whether %s is a paper', (url, ref) => {
    expect(classify(url)).toMatchObject({ kind: 'perhaps', ref });
  });

  it('knows a site of no table by its host', () => {
    expect(classify('https://journal.example/x')?.site).toEqual({
      id: 'other',
      key: 'journal.example',
      name: 'journal.example',
      isSinglePage: false,
      anchors: [],
    });
  });

  it.each([
    'https://arxiv.org/list/cs.CL/new',
    'https://openreview.net/group?id=x',
    'https://zenodo.org/communities/pspm/records',
    'about:blank',
    'file:///papers/1.html',
  ])('is null where there is certainly no paper: %s', (url) => {
    expect(classify(url)).toBeNull();
  });

  it('asks the sites of the given table, and no others', () => {
    const doi = new URL('https://doi.org/10.1000/182');
    expect(classifyUrl(doi, sites)?.kind).toBe('paper');
    expect(classifyUrl(doi, requiredSites)?.kind).toBe('perhaps');
    expect(classifyUrl(new URL('https://arxiv.org/abs/1706.03762'), requiredSites)?.kind).toBe('paper');
  });

  it('is not misled by a paper’s address within another', () => {
    const ref = classify('https://example.com/?q=arxiv.org/abs/1706.03762')?.ref;
    expect(ref).toEqual({ site: 'other', ids: {}, view: 'abstract' });
  });
});

describe('siteAt', () => {
  it.each([
    ['https://arxiv.org/abs/1706.03762', 'arxiv'],
    ['https://arxiv.org/list/cs/new', 'arxiv'],
    ['https://huggingface.co/papers', 'huggingface'],
    ['https://wires.onlinelibrary.wiley.com/journal/1', 'wiley'],
    ['https://bjo.bmj.com/about', 'bmj'],
    ['https://bmj.com/', 'bmj'],
    ['https://info.arxiv.org/help', undefined],
    ['https://evilbmj.com/', undefined],
    ['https://arxiv.org.evil.com/abs/1706.03762', undefined],
    ['https://example.org/', undefined],
    ['about:blank', undefined],
  ])('of %s is %s, by the host alone', (url, expected) => {
    expect(siteAt(new URL(url), sites)?.id).toBe(expected);
  });
});

describe('pageSiteAt', () => {
  it('is the listed site of a host, on whatever page, or a site of its own', () => {
    expect(pageSiteAt(new URL('https://huggingface.co/models'), sites)).toMatchObject({
      id: 'huggingface',
      isSinglePage: true,
    });
    expect(pageSiteAt(new URL('https://journal.example/'), sites)).toMatchObject({
      id: 'other',
      key: 'journal.example',
    });
  });
});
