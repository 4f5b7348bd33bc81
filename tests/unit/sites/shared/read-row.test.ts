import { describe, expect, it } from 'vitest';
import { readRow } from '../../../../lib/sites/shared/read-row';

const site = (patterns: string, pages = '/papers/*', hosts = 'papers.test www.papers.test') =>
  readRow(`test | A Test | ${hosts} | ${pages} | ${patterns}`);
const detect = (patterns: string, url: string) => site(patterns).detect(new URL(url));

describe('readRow', () => {
  it('makes an optional site with a match pattern for each host and path', () => {
    expect(site(String.raw`/papers/\d+`, '/papers/* /pdf/*')).toMatchObject({
      id: 'test',
      name: 'A Test',
      access: 'optional',
      matches: [
        '*://papers.test/papers/*',
        '*://papers.test/pdf/*',
        '*://www.papers.test/papers/*',
        '*://www.papers.test/pdf/*',
      ],
      anchors: [],
    });
    expect(site('/x').isSinglePage).toBeUndefined();
  });

  it('makes a single-page site of one whose every page is matched', () => {
    expect(site('/x', '/*').isSinglePage).toBe(true);
  });

  it.each([
    ['https://papers.test/papers/1', true],
    ['http://www.papers.test/PAPERS/1/', true],
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
    expect(detect(String.raw`/papers/\d+`, url) !== null).toBe(expected);
  });

  it('takes subdomains, and the domain itself, with a star', () => {
    const starred = site(String.raw`/\d+`, '/*', '*.papers.test');

    expect(starred.detect(new URL('https://a.b.papers.test/1'))).not.toBeNull();
    expect(starred.detect(new URL('https://papers.test/1'))).not.toBeNull();
    expect(starred.detect(new URL('https://otherpapers.test/1'))).toBeNull();
  });

  it('reads ids, views, records and versions out of named groups', () => {
    const patterns = String.raw`/(?<html>html)/(?<pmcid>\w+) /{doi}v(?<version>\d+){pdf}? /(?<record>\d+)`;
    const ref = (path: string) => detect(patterns, `https://papers.test${path}`);

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
    expect(detect('/(?<arxiv>.+)', 'https://papers.test/1706.03762v5')).toMatchObject({
      ids: { arxiv: '1706.03762' },
      version: 5,
    });
    expect(detect('/{longdoi}', 'https://papers.test/10.48550/arXiv.1706.03762')?.ids).toEqual({
      arxiv: '1706.03762',
    });
  });

  it('finds no paper where a group holds no id', () => {
    expect(detect('/(?<arxiv>.+)', 'https://papers.test/cs.CL')).toBeNull();
    expect(detect('/(?<acl>.+)', 'https://papers.test/2020.acl-main.0')).toBeNull();
  });

  it('fills in the DOI that follows', () => {
    const patterns = String.raw`/(?<id>\d+)=>10.1000/papers.$<id> /(?<id>x)=>none`;

    expect(detect(patterns, 'https://papers.test/42')?.ids).toEqual({ doi: '10.1000/papers.42' });
    expect(detect(patterns, 'https://papers.test/x')).toBeNull();
  });

  it('reads one parameter, whatever its case and whatever stands around it', () => {
    const patterns = String.raw`/forum\?id=(?<openreview>.+)`;
    const idOf = (query: string) => detect(patterns, `https://papers.test/forum${query}`)?.ids.openreview;

    expect(idOf('?id=abcdef')).toBe('abcdef');
    expect(idOf('?note=1&ID=abcdef&x=2')).toBe('abcdef');
    expect(idOf('?note=abcdef')).toBeUndefined();
    expect(idOf('')).toBeUndefined();
  });

  it('suspects what stands after a question mark, unless it is sure', () => {
    const unsure = site(String.raw`/papers/\d+ ?/papers/\w+`);

    expect(unsure.suspect?.(new URL('https://papers.test/papers/a'))).toEqual({
      site: 'test',
      ids: {},
      view: 'abstract',
    });
    expect(unsure.suspect?.(new URL('https://papers.test/papers/1'))).toBeNull();
    expect(unsure.detect(new URL('https://papers.test/papers/a'))).toBeNull();
    expect(unsure.suspect?.(new URL('https://other.test/papers/a'))).toBeNull();
  });
});
