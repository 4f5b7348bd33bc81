import { describe, expect, it } from 'vitest';
import { detectPaper, findSite, sites } from '../../../lib/sites';

describe('detectPaper', () => {
  it('asks each site of the table', () => {
    expect(detectPaper(new URL('https://huggingface.co/papers/2408.00714'))).toEqual({
      site: 'huggingface',
      ids: { arxiv: '2408.00714' },
      view: 'abstract',
    });
    expect(detectPaper(new URL('https://openreview.net/pdf?id=xQUe1pOKPam'))).toEqual({
      site: 'openreview',
      ids: { openreview: 'xQUe1pOKPam' },
      view: 'pdf',
    });
  });

  it('finds nothing on other pages', () => {
    expect(detectPaper(new URL('https://example.com/?q=arxiv.org/abs/1706.03762'))).toBeNull();
  });
});

describe('findSite', () => {
  it('finds every site by its id, and no other', () => {
    expect(sites.map(({ id }) => findSite(id))).toEqual(sites);
    expect(findSite('toString')).toBeNull();
  });
});
