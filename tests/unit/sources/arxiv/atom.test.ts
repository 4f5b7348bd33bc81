import { describe, expect, it } from 'vitest';
import { ParseError } from '../../../../lib/errors';
import { readArxivApi } from '../../../../lib/sources/arxiv/atom';
import { parseXml } from '../../../../lib/sources/xml';

function read(feed: string) {
  const namespaces =
    'xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"';
  return readArxivApi(parseXml(`<feed ${namespaces}>${feed}</feed>`));
}

describe('readArxivApi', () => {
  it('puts the primary category first, wherever it stands', () => {
    const { records } = read(
      '<entry><category term="cs.AI"/><category term="q-bio.NC"/><arxiv:primary_category term="q-bio.NC"/></entry>',
    );

    expect(records[0]?.categories).toEqual(['q-bio.NC', 'cs.AI', 'q-bio.NC']);
  });

  it("takes names without affiliations, and the entry's title rather than a link's", () => {
    const { records } = read(
      '<entry><link title="pdf"/><title>A</title><author><name>First Author</name><arxiv:affiliation>X</arxiv:affiliation></author></entry>',
    );

    expect(records).toMatchObject([{ title: 'A', authors: ['First Author'] }]);
  });

  it('lists a paper on the day after it was first submitted, not after its newest version', () => {
    const { records } = read(
      '<entry><updated>2026-06-09T00:00:00Z</updated><published>2026-06-01T23:59:59Z</published></entry>',
    );

    expect(records).toMatchObject([{ publishedOn: '2026-06-01', edition: '2026-06-03' }]);
  });

  it.each([
    ['<opensearch:totalResults>386601</opensearch:totalResults>', 386_601],
    ['<opensearch:totalResults>many</opensearch:totalResults><entry/>', 1],
    ['<entry/><entry/>', 2],
  ])('counts the papers of %s', (feed, total) => {
    expect(read(feed).total).toBe(total);
  });

  it.each(['https://arxiv.org/api/errors#x', 'http://arxiv.org/api/errors'])(
    'refuses the complaint %s',
    (id) => {
      const feed = `<entry><id>${id}</id><title>Error</title><summary>incorrect id format</summary></entry>`;

      expect(() => read(feed)).toThrow('arXiv refused the query: incorrect id format');
    },
  );

  it('refuses a document of another kind', () => {
    expect(() => readArxivApi(parseXml('<rss/>'))).toThrow(ParseError);
  });
});
