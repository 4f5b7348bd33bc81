import { describe, expect, it } from 'vitest';
import { sites } from '../../../../lib/sites';
import { classifyUrl, pageSiteAt } from '../../../../lib/sites/urls/classify-url';
import { confirmPage } from '../../../../lib/sites/pages/confirm-page';
import type { PaperRef } from '../../../../lib/model/paper/page';
import { arxivId } from '../../../support/builders';
import { pageOf } from '../../../support/sites/page';
import { imitatedUrl, readFixture } from '../../../support/sites/site-fixtures';

const ANY: PaperRef = { site: 'other', ids: {}, view: 'abstract' };
const URL_OF_ARTICLE = 'https://journal.example.org/articles/7';

const PAPER = `citation_title: Small Maps for Large Repositories
citation_author: Bellamy, Ada
citation_doi: 10.1000/182`;

function head(tags: string, others = ''): string {
  const metas = tags.split('\n').map((line) => {
    const [, name = '', content = ''] = /^([^ ]+): (.*)$/.exec(line) ?? [];
    return `<meta ${name.startsWith('og:') ? 'property' : 'name'}="${name}" content="${content}">`;
  });
  return `<html><head>${metas.join('')}${others}</head><body></body></html>`;
}

const jsonLd = (...works: readonly object[]) =>
  `<script type="application/ld+json">${JSON.stringify(works)}</script>`;
const ARTICLE = { '@type': 'ScholarlyArticle', headline: 'Small Maps', author: { name: 'Ada Bellamy' } };

/** What the page of a URL that nobody listed is, in the end. */
const confirm = (html: string, url = URL_OF_ARTICLE) => {
  const site = pageSiteAt(new URL(url), sites);
  return confirmPage(pageOf(html, url), { kind: 'perhaps', site, ref: ANY });
};

describe('confirmPage on a site that nobody listed', () => {
  it('takes the ids that the page names', () => {
    expect(confirm(head(`${PAPER}\ncitation_pmid: 42`))).toEqual({
      ...ANY,
      ids: { doi: '10.1000/182', pmid: '42' },
    });
  });

  it.each([
    ['an arXiv id', head(PAPER.replace('citation_doi: 10.1000/182', 'citation_arxiv_id: 2606.07297'))],
    ['a PDF alone', head(PAPER.replace('citation_doi: 10.1000/182', 'citation_pdf_url: /articles/7.pdf'))],
    ['one title written twice', head(`${PAPER}\ncitation_title: Small maps for large repositories.`)],
    ['JSON-LD alone', head('', jsonLd(ARTICLE))],
    ['a breadcrumb beside the article', head('', jsonLd({ '@type': 'BreadcrumbList' }, ARTICLE))],
    [
      'a thesis with an ISBN',
      head(`${PAPER}\ncitation_isbn: 978-3\ncitation_dissertation_institution: A University`),
    ],
    ['a chapter of a book', head(`${PAPER}\ncitation_isbn: 978-3\ncitation_inbook_title: Maps`)],
    [
      'a paper of a conference in a book',
      head(`${PAPER}\ncitation_isbn: 978-3\ncitation_conference_title: Maps 7`),
    ],
  ])('knows a paper by %s', (_, html) => {
    expect(confirm(html)).not.toBeNull();
  });

  const ofType = (type: string) => head(PAPER, jsonLd({ '@type': type, name: 'Small Maps' }));
  it.each([
    ['a page without tags', '<html><body><h1>Small Maps</h1></body></html>'],
    ['a title without an id', head('citation_title: Small Maps\ncitation_author: Bellamy, Ada')],
    ['a title without an author', head('citation_title: Small Maps\ncitation_doi: 10.1000/182')],
    [
      'Dublin Core alone: a library’s record of anything',
      head('dc.title: Maps\ndc.creator: Bellamy, Ada\ndc.identifier: doi:10.1000/182'),
    ],
    ['a data set', ofType('Dataset')],
    ['a program', ofType('SoftwareSourceCode')],
    ['a blog', ofType('BlogPosting')],
    ['news', ofType('ReportageNewsArticle')],
    ['a talk', ofType('PresentationDigitalDocument')],
    ['a video', ofType('VideoObject')],
    ['an issue', ofType('PublicationIssue')],
    ['a page of results', ofType('SearchResultsPage')],
    ['a data set by its type in Dublin Core', head(`${PAPER}\nDC.type: Dataset`)],
    ['an R package', head(PAPER.replace('10.1000/182', '10.32614/CRAN.package.maps'))],
    ['a data set by its DOI', head(PAPER.replace('10.1000/182', '10.5061/dryad.abc'))],
    ['a whole book', head(`${PAPER}\ncitation_isbn: 978-3-030-04759-7`)],
    ['a book by Open Graph', head(`${PAPER}\nog:type: book`)],
    [
      'proceedings under their own name',
      head(`${PAPER}\ncitation_conference_title: Small maps for large repositories`),
    ],
    [
      'a journal under its own name',
      head(`${PAPER}\ncitation_journal_title: Small Maps for Large Repositories`),
    ],
    ['a site under its own name', head(`${PAPER}\nog:site_name: Small Maps for Large Repositories`)],
    [
      'a listing with the tags of several',
      head(`${PAPER}\ncitation_title: Another Paper\ncitation_doi: 10.1000/183`),
    ],
    ['a listing with several articles', head('', jsonLd(ARTICLE, { ...ARTICLE, headline: 'Another' }))],
    ['a page of documentation', head('', jsonLd({ ...ARTICLE, '@type': 'TechArticle' }))],
    ['an article of no told kind', head('', jsonLd({ ...ARTICLE, '@type': 'Article' }))],
  ])('takes %s for no paper', (_, html) => {
    expect(confirm(html)).toBeNull();
  });

  it.each([
    'https://journal.example.org/',
    'https://journal.example.org/?p=7',
    'https://journal.example.org/search?q=maps',
    'https://journal.example.org/search/results',
    'https://journal.example.org/vol7/toc/',
  ])('takes %s for no paper, whatever its tags', (url) => {
    expect(confirm(head(PAPER), url)).toBeNull();
    expect(confirm(head(PAPER))).not.toBeNull();
  });
});

describe('confirmPage on a listed site', () => {
  const confirmFixture = (site: string, file: string, ids: PaperRef['ids'] = {}) => {
    const html = readFixture(site, file);
    const url = imitatedUrl(html);
    const ref: PaperRef = { site, ids, view: 'abstract' };
    return confirmPage(pageOf(html, url), { kind: 'perhaps', site: pageSiteAt(new URL(url), sites), ref });
  };

  it('tells articles from data sets', () => {
    expect(confirmFixture('zenodo', 'article.html')?.ids).toEqual({ doi: '10.5281/zenodo.569323' });
    expect(confirmFixture('zenodo', 'data-set.html')).toBeNull();
  });

  it('trusts what a reader of the site’s own finds', () => {
    expect(confirmFixture('dblp', 'paper.html')?.site).toBe('dblp');
    expect(confirmFixture('dblp', 'several-records.html')).toBeNull();
  });

  it('keeps the ids of the URL', () => {
    const ids = { arxiv: arxivId('2606.00001') };

    expect(confirmFixture('zenodo', 'article.html', ids)?.ids).toEqual({
      ...ids,
      doi: '10.5281/zenodo.569323',
    });
  });

  it('takes arXiv’s own pages about a text in HTML for no paper', () => {
    const found = classifyUrl(new URL('https://arxiv.org/html/cs/9904010'), sites);
    const confirmTitle = (title: string) => found && confirmPage(pageOf(`<title>${title}</title>`), found);

    expect(confirmTitle('Beyond Concern')).toEqual(found?.ref);
    expect(confirmTitle(' | arXiv e-print repository')).toBeNull();
  });

  it('asks no page where the URL tells', () => {
    const found = classifyUrl(new URL('https://arxiv.org/abs/2606.00001'), sites);
    expect(found && confirmPage(pageOf(''), found)).toEqual(found?.ref);
  });
});
