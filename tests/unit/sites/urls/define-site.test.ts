import { describe, expect, it } from 'vitest';
import { DOI, exactly, LONG_DOI, PDF, site, type SiteEntry } from '../../../../lib/sites/urls/define-site';
import type { Layout } from '../../../../lib/sites/types';

type Form = Omit<Layout, 'example'>;

function siteOf(forms: readonly Form[], entry: Partial<SiteEntry> = {}) {
  return site({
    id: 'test',
    name: 'A Test',
    hosts: ['papers.test', 'www.papers.test'],
    pages: ['/papers/*'],
    papers: () => forms.map((form) => ({ example: '', ...form })),
    ...entry,
  });
}
const classify = (form: Form, url: string) => siteOf([form]).classify(new URL(url));

describe('site', () => {
  it('is optional, with a match pattern for each host and path', () => {
    const made = siteOf([], { pages: ['/papers/*', '/pdf/*'] });
    expect(made).toMatchObject({
      id: 'test',
      name: 'A Test',
      access: 'optional',
      matches: [
        '*://papers.test/papers/*',
        '*://papers.test/pdf/*',
        '*://www.papers.test/papers/*',
        '*://www.papers.test/pdf/*',
      ],
    });
    expect(made.isSinglePage).toBeUndefined();
  });

  it('is a single-page site when its every page is matched', () => {
    expect(siteOf([], { pages: ['/*'] }).isSinglePage).toBe(true);
  });

  it.each([
    ['https://papers.test/papers/1', true],
    ['http://www.papers.test/PAPERS/1/', true],
    ['https://papers.test//papers/1', true],
    ['https://papers.test/papers/1?page=2#top', true],
    ['https://papers.test/%70apers/1', true],
    ['https://papers.test/papers/1/figures', false],
    ['https://papers.test/x/papers/1', false],
    ['https://sub.papers.test/papers/1', false],
    ['https://papers.test.evil.com/papers/1', false],
    ['https://papers.test:8080/papers/1', false],
    ['https://user@papers.test/papers/1', false],
    ['ftp://papers.test/papers/1', false],
    ['https://evil.com/?u=https://papers.test/papers/1', false],
  ])('matches the whole path: %s is %s', (url, expected) => {
    expect(classify({ path: exactly`/papers/\d+` }, url) !== null).toBe(expected);
  });

  it('takes subdomains, and the domain itself, with a star', () => {
    const starred = siteOf([{ path: exactly`/\d+` }], { hosts: ['*.papers.test'] });

    expect(starred.classify(new URL('https://a.b.papers.test/1'))).not.toBeNull();
    expect(starred.classify(new URL('https://papers.test/1'))).not.toBeNull();
    expect(starred.classify(new URL('https://otherpapers.test/1'))).toBeNull();
  });

  it('reads ids, views, records and versions out of named groups', () => {
    const forms = [
      { path: exactly`/(?<html>html)/(?<pmcid>\w+)` },
      { path: exactly`/${DOI}v(?<version>\d+)${PDF}?` },
      { path: exactly`/(?<record>\d+)` },
    ];
    const ref = (path: string) => siteOf(forms).classify(new URL(`https://papers.test${path}`))?.ref;

    expect(ref('/html/pmc42')).toEqual({ site: 'test', ids: { pmcid: 'PMC42' }, view: 'html' });
    expect(ref('/10.1000/abcv3.pdf')).toEqual({
      site: 'test',
      ids: { doi: '10.1000/abc' },
      version: 3,
      view: 'pdf',
    });
    expect(ref('/7')).toEqual({ site: 'test', ids: {}, record: '7', view: 'abstract' });
  });

  it('takes the version that an arXiv id carries, and the id out of an arXiv-issued DOI', () => {
    expect(classify({ path: exactly`/(?<arxiv>.+)` }, 'https://papers.test/1706.03762v5')?.ref).toMatchObject(
      { ids: { arxiv: '1706.03762' }, version: 5 },
    );
    expect(
      classify({ path: exactly`/${LONG_DOI}` }, 'https://papers.test/10.48550/arXiv.1706.03762')?.ref.ids,
    ).toEqual({ arxiv: '1706.03762' });
  });

  it('finds no paper where a group holds no id', () => {
    expect(classify({ path: exactly`/(?<arxiv>.+)` }, 'https://papers.test/cs.CL')).toBeNull();
    expect(classify({ path: exactly`/(?<acl>.+)` }, 'https://papers.test/2020.acl-main.0')).toBeNull();
  });

  it('takes the DOI that follows from the groups, and no paper where it is none', () => {
    const path = exactly`/(?<id>\w+)`;

    const url = 'https://papers.test/42';
    expect(classify({ path, doi: ({ id }) => `10.1000/papers.${id}` }, url)?.ref.ids).toEqual({
      doi: '10.1000/papers.42',
    });
    expect(classify({ path, doi: () => 'none' }, url)).toBeNull();
  });

  it('reads a parameter, whatever its case and whatever stands around it', () => {
    const form = { path: exactly`/forum`, query: { id: exactly`(?<openreview>.+)` } };
    const idOf = (query: string) => classify(form, `https://papers.test/forum${query}`)?.ref.ids.openreview;

    expect(idOf('?id=abcdef')).toBe('abcdef');
    expect(idOf('?note=1&ID=abcdef&x=2')).toBe('abcdef');
    expect(idOf('?note=abcdef')).toBeUndefined();
    expect(idOf('')).toBeUndefined();
  });

  it('is unsure of a layout that the page has to confirm, unless another is sure', () => {
    const unsure = siteOf([{ path: exactly`/papers/\w+`, isUnsure: true }, { path: exactly`/papers/\d+` }]);

    expect(unsure.classify(new URL('https://papers.test/papers/a'))).toEqual({
      kind: 'perhaps',
      ref: { site: 'test', ids: {}, view: 'abstract' },
    });
    expect(unsure.classify(new URL('https://papers.test/papers/1'))?.kind).toBe('paper');
    expect(unsure.classify(new URL('https://other.test/papers/a'))).toBeNull();
  });
});
