import { describe, expect, it } from 'vitest';
import { sites } from '../../../lib/sites';
import { hasOwnReader, readPage } from '../../../lib/sites/read-page';
import { pageOf } from '../../support/sites/page';
import { imitatedUrl, readExpected, readFixture } from '../../support/sites/site-fixtures';

describe.each(sites)('readPage on $id', (site) => {
  it.each(Object.entries(readExpected(site.id)))('reads %s', (file, expected) => {
    const html = readFixture(site.id, file);
    const page = pageOf(html, imitatedUrl(html));

    expect(readPage(site.id, page)).toEqual(expected);
    expect(site.extract(page)).toEqual(expected);
  });
});

describe('readPage', () => {
  it('reads pages of a site that the table does not have by the common tags', () => {
    const page = pageOf(
      '<meta name="citation_title" content="Small Maps"><meta name="citation_author" content="A. B.">',
    );

    expect(readPage('other', page)?.title).toBe('Small Maps');
    expect(readPage('toString', page)?.title).toBe('Small Maps');
    expect(hasOwnReader('toString')).toBe(false);
  });
});
