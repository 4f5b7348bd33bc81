import { describe, expect, it } from 'vitest';
import { readMeta } from '../../../../lib/sites/meta/read-meta';
import { pageOf } from '../../../support/sites/page';

/** `name: content` lines as a head; each imitates the tags of one publisher. */
function metaOf(lines: string, more = '', url = 'https://journal.example/articles/1') {
  const tags = lines
    .trim()
    .split('\n')
    .map((line) => /^\s*(\S+?): (.*)$/.exec(line) ?? [])
    .map(
      ([, name = '', content = '']) => `<meta name="${name}" content="${content.replaceAll('"', '&quot;')}">`,
    );
  return readMeta(pageOf(`<head>${tags.join('\n')}</head><body>${more}</body>`, url));
}

const TITLE = 'citation_title: A Title\n';

describe('readMeta', () => {
  it('reads what Google Scholar asks for', () => {
    const meta = metaOf(`
      citation_title: A Title
      citation_author: Author, First
      citation_author_institution: Example Institute
      citation_author: Author, Second
      citation_publication_date: 2013/06/19
      citation_online_date: 2013/05/06
      citation_doi: 10.1000/182
      citation_pmid: 123
      citation_pmcid: PMC456
      citation_abstract: <p>An abstract.</p><p>In two parts.</p>
      citation_pdf_url: /articles/1.pdf`);

    expect(meta).toEqual({
      ids: { doi: '10.1000/182', pmid: '123', pmcid: 'PMC456' },
      title: 'A Title',
      authors: ['First Author', 'Second Author'],
      abstract: 'An abstract. In two parts.',
      publishedOn: '2013-05-06',
      categories: [],
      pdfUrl: 'https://journal.example/articles/1.pdf',
    });
  });

  it('reads Dublin Core where that is all there is, with its padding', () => {
    const meta = metaOf(`
      dc.Title: A Title
      dc.Creator: \u00A0First Author\u00A0
      dc.Creator: \u00A0Second Author
      dc.Contributor: An Editor
      dc.Description: An abstract.
      dc.Date: 24 Apr 2013
      dc.Type: research-article
      dc.Identifier: 788745
      dc.Identifier: 10.1000/182`);

    expect(meta).toEqual({
      ids: { doi: '10.1000/182' },
      title: 'A Title',
      authors: ['First Author', 'Second Author'],
      abstract: 'An abstract.',
      publishedOn: '2013-04-24',
      categories: [],
    });
  });

  it('reads JSON-LD where that is all there is', () => {
    const data = {
      '@type': 'ScholarlyArticle',
      name: 'A &amp; B',
      author: { name: 'First Author' },
      sameAs: 'https://doi.org/10.1000/182',
      datePublished: '2021-08-05',
      abstract: 'An abstract.',
    };

    expect(metaOf('', `<script type="application/ld+json">${JSON.stringify(data)}</script>`)).toEqual({
      ids: { doi: '10.1000/182' },
      title: 'A & B',
      authors: ['First Author'],
      abstract: 'An abstract.',
      publishedOn: '2021-08-05',
      categories: [],
    });
  });

  it.each([
    ['a title with markup', 'citation_title: CO<sub>2</sub> in <i>Homo</i>', { title: 'CO2 in Homo' }],
    ['the first of several titles', `${TITLE}citation_title: A Title, Cited`, { title: 'A Title' }],
    ['Open Graph’s title beside a DOI', 'citation_doi: 10.1000/182\nog:title: A Title', { title: 'A Title' }],
    ['authors in one tag', `${TITLE}citation_authors: A, B; C, D`, { authors: ['B A', 'D C'] }],
    [
      'contributors where nobody else is named',
      'DC.Title: A Title\nDC.Contributor: First Author',
      { authors: ['First Author'] },
    ],
    [
      'no year for a digitised paper',
      `${TITLE}citation_publication_date: 1955\ncitation_online_date: 2008/02/04`,
      { publishedOn: undefined },
    ],
    [
      'its own date before a journal’s first of January',
      `${TITLE}citation_publication_date: 2019/01/01\ncitation_date: 2019-07-11`,
      { publishedOn: '2019-07-11' },
    ],
    [
      'the label "Abstract" as no part of it',
      `${TITLE}dc.description: AbstractLayer by layer.`,
      { abstract: 'Layer by layer.' },
    ],
    [
      'a short og:description as none',
      `${TITLE}og:description: Read the latest article.`,
      { abstract: undefined },
    ],
    [
      'a long og:description as an abstract',
      `${TITLE}og:description: ${'word '.repeat(60)}`,
      { abstract: 'word '.repeat(60).trim() },
    ],
    ['the arXiv id', `${TITLE}citation_arxiv_id: math.GT/0309136`, { ids: { arxiv: 'math/0309136' } }],
    [
      'an arXiv id among report numbers',
      `${TITLE}citation_technical_report_number: 1706.03762\ncitation_technical_report_number: arXiv:hep-th/9901001`,
      { ids: { arxiv: 'hep-th/9901001' } },
    ],
    [
      'ids that are none as absent',
      `${TITLE}citation_pmid: 12x\ncitation_pmcid: 456\ncitation_doi: n/a`,
      { ids: {} },
    ],
  ])('takes %s', (_, lines, expected) => {
    const meta = metaOf(lines);

    expect({ ...meta, abstract: meta?.abstract, publishedOn: meta?.publishedOn }).toMatchObject(expected);
  });

  it.each([
    ['with a prefix', 'citation_doi: doi:10.1038/srep01011', '10.1038/srep01011'],
    [
      'from the next tag when its prefix is gone',
      'citation_doi: ade/1391109086\ndc.Identifier: 10.57262/ade/1391109086',
      '10.57262/ade/1391109086',
    ],
    ['the first of several', 'citation_doi: 10.1000/1 10.1000/2', '10.1000/1'],
    ['from PRISM', 'prism.doi: doi:10.1007/BF02727953', '10.1007/bf02727953'],
    [
      'from an identifier scheme',
      'DC.Identifier: info:pmid/19307344\nDC.Identifier: info:doi/10.1136/sti.2008',
      '10.1136/sti.2008',
    ],
  ])('finds a DOI %s', (_, lines, expected) => {
    expect(metaOf(TITLE + lines)?.ids.doi).toBe(expected);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.org/a.pdf',
    'http://',
    `https://example.org/${'x'.repeat(3000)}`,
  ])('offers no PDF at %.40s', (link) => {
    expect(metaOf(`${TITLE}citation_pdf_url: ${link}`)).not.toHaveProperty('pdfUrl');
  });

  it.each([
    ['without tags', '', ''],
    ['being checked for robots', '', '<title>Just a moment...</title>'],
    ['with an empty title', 'citation_title:  ', ''],
    ['of a news item', 'dc.title: News\ndc.type: News\ndc.identifier: doi:10.1038/d41586-020-02610-z', ''],
    [
      'of a data set',
      'dc.title: Data',
      '<script type="application/ld+json">{"@type": "https://schema.org/Dataset"}</script>',
    ],
    ['with a shared title only', 'og:title: About us\nog:type: article', ''],
  ])('gives null for a page %s', (_, lines, more) => {
    expect(metaOf(lines, more)).toBeNull();
  });

  it('does not take the book for the chapter that the tags name', () => {
    const book = { '@type': 'Book', name: 'A Book', author: 'An Editor', identifier: '10.1000/book' };
    const meta = metaOf(TITLE, `<script type="application/ld+json">${JSON.stringify(book)}</script>`);

    expect(meta).toMatchObject({ authors: [], ids: {} });
    expect(meta?.title).not.toBe('A Book');
  });
});
