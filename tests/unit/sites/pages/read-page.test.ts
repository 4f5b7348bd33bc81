import { describe, expect, it } from 'vitest';
import { sites } from '../../../../lib/sites';
import { pageSiteAt } from '../../../../lib/sites/urls/classify-url';
import { ownReader, readPage } from '../../../../lib/sites/pages/read-page';
import { pageOf } from '../../../support/sites/page';
import { imitatedUrl, readExpected, readFixture } from '../../../support/sites/site-fixtures';

describe.each(sites)('readPage on $id', ({ id, tab }) => {
  it.each(Object.entries(readExpected(id)))('reads %s', (file, expected) => {
    const html = readFixture(id, file);
    const page = pageOf(html, imitatedUrl(html));

    expect(readPage(page, { id, ...(tab && { tab: tab.source }) })).toEqual(expected);
  });
});

describe('readPage', () => {
  it('reads pages of a site that the table does not have by the common tags', () => {
    const page = pageOf(
      '<meta name="citation_title" content="Small Maps"><meta name="citation_author" content="A. B.">',
    );

    expect(readPage(page, { id: 'other' })?.title).toBe('Small Maps');
    expect(readPage(page, { id: 'toString' })?.title).toBe('Small Maps');
    expect(ownReader('toString')).toBeUndefined();
  });
});

describe('readPage on a site whose tags lag behind the tab’s title', () => {
  const read = (host: string, tab: string, tagged = '') => {
    const tag = tagged && `<meta name="citation_title" content="${tagged}">`;
    return readPage(
      pageOf(`<head><title>${tab}</title>${tag}</head>`),
      pageSiteAt(new URL(`https://${host}/`), sites),
    );
  };

  it.each([
    ['openreview.net', 'Small Maps | OpenReview', 'Small Maps'],
    ['www.semanticscholar.org', '[PDF] Small Maps | Semantic Scholar', 'Small Maps'],
    ['inspirehep.net', 'Small Maps - INSPIRE', 'Small Maps'],
    ['openalex.org', 'Small Maps – OpenAlex', 'Small Maps'],
    ['ieeexplore.ieee.org', 'Small | Maps | IEEE Conference Publication | IEEE Xplore', 'Small | Maps'],
    ['www.jstor.org', 'Small Maps on JSTOR', 'Small Maps'],
    ['ui.adsabs.harvard.edu', 'Small Maps - NASA/ADS', 'Small Maps'],
    ['www.alphaxiv.org', 'Small Maps | alphaXiv', 'Small Maps'],
  ])('takes the title on %s out of %j', (host, tab, title) => {
    expect(read(host, tab)).toEqual({ title, authors: [], categories: [], ids: {} });
  });

  it.each(['OpenReview', 'Just a moment...', '', 'Small Maps', 'Small Maps | JSTOR'])(
    'takes none out of %j',
    (tab) => {
      expect(read('openreview.net', tab)).toBeNull();
    },
  );

  it('trusts the tags when the tab says the same, cut or typeset otherwise', () => {
    const tab = 'Small maps – for large repositories | OpenReview';
    expect(read('openreview.net', tab, 'Small Maps for Large Repositories')?.title).toBe(
      'Small Maps for Large Repositories',
    );
  });

  it('does not trust the tags of the page before', () => {
    expect(read('openreview.net', 'Large Maps | OpenReview', 'Small Maps')?.title).toBe('Large Maps');
    expect(read('openreview.net', 'Search', 'Small Maps')).toBeNull();
  });

  it('takes no title out of a picture', () => {
    const page = pageOf('<body><svg><title>Logo | OpenReview</title></svg></body>');
    expect(readPage(page, { id: 'openreview', tab: 'OpenReview' })).toBeNull();
  });
});
