import { describe, expect, it } from 'vitest';
import { readMetaTags, valueOf, valuesOf } from '../../../../lib/sites/meta/meta-tags';
import { pageOf } from '../../../support/sites/page';

const tagsOf = (head: string) => readMetaTags(pageOf(`<head>${head}</head>`));

describe('readMetaTags', () => {
  it('takes `value` for want of `content`', () => {
    const page = pageOf('<meta name="dc.title" value="One"><meta name="dc.date" content="" value="2019">');

    expect([...readMetaTags(page)]).toEqual([['dc.title', ['One']]]);
  });

  it('takes names in any case, by any attribute and with the prefixes in use', () => {
    const tags = tagsOf(
      '<meta name="Citation_Title" content="A"><meta property="dc:creator" content="B">' +
        '<meta name="DC.Identifier" content="C"><meta name="bepress_citation_doi" content="D">',
    );

    expect([...tags]).toEqual([
      ['citation_title', ['A']],
      ['dc.creator', ['B']],
      ['dc.identifier', ['C']],
      ['citation_doi', ['D']],
    ]);
  });

  it('leaves out tags that are empty, say nothing of a paper or have no name', () => {
    expect(
      tagsOf(
        '<meta name="citation_issue" content=" "><meta name="viewport" content="x"><meta charset="utf-8">',
      ).size,
    ).toBe(0);
  });

  it('keeps several values in order', () => {
    const tags = tagsOf('<meta name="citation_author" content="A"><meta name="citation_author" content="B">');

    expect(valuesOf(tags, 'citation_authors', 'citation_author')).toEqual(['A', 'B']);
    expect(valueOf(tags, 'citation_author')).toBe('A');
    expect(valueOf(tags, 'citation_title')).toBe('');
  });

  it('bounds what a hostile page can make us keep', () => {
    const authors = '<meta name="citation_author" content="A">'.repeat(10_000);
    const tags = tagsOf(`<meta name="citation_title" content="${'x'.repeat(1_000_000)}">${authors}`);

    expect(valueOf(tags, 'citation_title')).toHaveLength(20_000);
    expect(valuesOf(tags, 'citation_author')).toHaveLength(5000);
  });
});
