import { describe, expect, it } from 'vitest';
import { bestLink, httpsUrl, paperUrl, pdfUrl } from '../../../../lib/model/paper/links';
import type { PaperIds } from '../../../../lib/model/paper/paper';

const ids = (given: Record<string, string>): PaperIds => given as PaperIds; // Brands are made by parsers elsewhere.

describe('paperUrl', () => {
  it.each([
    [{ arxiv: '2606.07297', doi: '10.1/x' }, 'https://arxiv.org/abs/2606.07297'],
    [{ arxiv: 'hep-th/9901001' }, 'https://arxiv.org/abs/hep-th/9901001'],
    [{ openreview: 'a_B-1' }, 'https://openreview.net/forum?id=a_B-1'],
    [{ openreview: 'x&y=1' }, 'https://openreview.net/forum?id=x%26y%3D1'],
    [{ acl: '2023.acl-long.1' }, 'https://aclanthology.org/2023.acl-long.1/'],
    [
      { doi: '10.1002/(sici)1097<1::aid>3.0?#' },
      'https://doi.org/10.1002/(sici)1097%3C1%3A%3Aaid%3E3.0%3F%23',
    ],
    [{ pmcid: 'PMC123' }, 'https://pmc.ncbi.nlm.nih.gov/articles/PMC123/'],
    [{ pmcid: '123' }, 'https://pmc.ncbi.nlm.nih.gov/articles/PMC123/'],
    [{ pmid: '42' }, 'https://pubmed.ncbi.nlm.nih.gov/42/'],
    [{ s2: 'abc' }, 'https://www.semanticscholar.org/paper/abc'],
    [{ s2: 'CorpusID:42' }, 'https://api.semanticscholar.org/CorpusID:42'],
    [{}, null],
  ])('gives the page of %j', (given, expected) => {
    expect(paperUrl(ids(given))).toBe(expected);
  });
});

describe('pdfUrl', () => {
  it.each([
    [{ arxiv: '2606.07297' }, undefined, 'https://arxiv.org/pdf/2606.07297'],
    [{ arxiv: '2606.07297' }, 2, 'https://arxiv.org/pdf/2606.07297v2'],
    [{ openreview: 'x' }, 3, 'https://openreview.net/pdf?id=x'],
    [{ acl: '2023.acl-long.1' }, undefined, 'https://aclanthology.org/2023.acl-long.1.pdf'],
    [{ pmcid: 'pmc7' }, undefined, 'https://pmc.ncbi.nlm.nih.gov/articles/PMC7/pdf/'],
    [{ doi: '10.1/x' }, undefined, null],
  ])('gives the file of %j, version %j', (given, version, expected) => {
    expect(pdfUrl(ids(given), version)).toBe(expected);
  });
});

describe('bestLink', () => {
  it('prefers the page of an id', () => {
    expect(bestLink(ids({ pmid: '1' }), ['https://a.example/'])).toBe('https://pubmed.ncbi.nlm.nih.gov/1/');
  });

  it('takes the first safe link of the others when no id has a page', () => {
    expect(bestLink({}, [undefined, 'javascript:alert(1)', 'http://a.example/', 'https://b.example/'])).toBe(
      'https://b.example/',
    );
  });

  it('gives null when nothing is safe', () => {
    expect(bestLink({}, ['data:text/html,x'])).toBeNull();
  });
});

describe('httpsUrl', () => {
  it.each([
    ['https://a.example/b c', 'https://a.example/b%20c'],
    ['https://user@a.example/', null],
    ['//a.example/', null],
    ['', null],
    [undefined, null],
  ])('reads %j', (given, expected) => {
    expect(httpsUrl(given)).toBe(expected);
  });
});
