import { describe, expect, it } from 'vitest';
import { readArxivFeed, splitAuthors } from '../../../../lib/sources/arxiv/rss';
import { parseXml } from '../../../../lib/sources/xml';

function read(channel: string) {
  const namespaces =
    'xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/"';
  return readArxivFeed(parseXml(`<rss ${namespaces}><channel>${channel}</channel></rss>`));
}

describe('readArxivFeed', () => {
  it.each([
    ['Mon, 27 Apr 2026 00:00:00 -0400', '2026-04-27'],
    ['Tue, 01 Dec 2026 00:00:00 -0500', '2026-12-01'],
    ['2026-04-27T00:00:00-04:00', '2026-04-27'],
    ['Mon, 27 Foo 2026 00:00:00 -0400', undefined],
    ['', undefined],
  ])('lists a paper on the day as written: %s', (pubDate, edition) => {
    expect(read(`<pubDate>${pubDate}</pubDate><item/>`)).toMatchObject([{ edition }]);
  });

  it("takes an item's own day when the channel has none", () => {
    expect(read('<item><pubDate>Mon, 27 Apr 2026 00:00:00 -0400</pubDate></item>')).toMatchObject([
      { edition: '2026-04-27' },
    ]);
  });

  it.each([
    ['new', undefined],
    ['cross', 'cross'],
    ['replace', 'replaced'],
    ['replace-cross', 'replaced'],
  ])('reads the announcement %s as %s, also when only the description tells it', (type, announced) => {
    const edition = '2026-04-27';
    const day = '<pubDate>Mon, 27 Apr 2026 00:00:00 -0400</pubDate>';
    const element = `<item><arxiv:announce_type>${type}</arxiv:announce_type></item>`;
    const description = `<item><description>arXiv:2604.90001v1 Announce Type: ${type} \nAbstract: A.</description></item>`;

    expect(read(day + element)).toMatchObject([{ edition, announced }]);
    expect(read(day + description)).toMatchObject([{ edition, announced, abstract: 'A.' }]);
  });

  it.each([
    ['An abstract alone.', 'An abstract alone.'],
    ['Abstract: we begin.', 'Abstract: we begin.'],
    ['arXiv:2604.90001v1 Announce Type: new', ''],
    ['arXiv:2604.90001v1 Announce Type: new Abstract: Abstract: twice.', 'Abstract: twice.'],
  ])('finds the abstract in %j', (description, abstract) => {
    expect(read(`<item><description>${description}</description></item>`)).toMatchObject([{ abstract }]);
  });

  it.each([
    [
      '<guid>oai:arXiv.org:2604.90001v1</guid><link>https://arxiv.org/abs/2604.90002</link>',
      'oai:arXiv.org:2604.90001v1',
    ],
    ['<link>https://arxiv.org/abs/2604.90001</link>', 'https://arxiv.org/abs/2604.90001'],
    ['<link href="https://arxiv.org/abs/2604.90001"/>', 'https://arxiv.org/abs/2604.90001'],
    ['', undefined],
  ])('takes the id from %s', (item, id) => {
    expect(read(`<item>${item}</item>`)).toMatchObject([{ id }]);
  });
});

describe('splitAuthors', () => {
  it.each<[string, readonly string[]]>([
    ['', []],
    [' , ,', []],
    ['First Author', ['First Author']],
    ['First Author,  Second, Third Author', ['First Author', 'Second', 'Third Author']],
    ['First Author (University A, Department B), Second Author', ['First Author', 'Second Author']],
    [
      'First Author (1 and 2), Second Author (2), ((1) Institute A, (2) Institute B)',
      ['First Author', 'Second Author'],
    ],
    ['First Author, Jr., Second Author III', ['First Author, Jr.', 'Second Author III']],
    ['Jr.', ['Jr.']],
    ['First Author (University A, Second Author', ['First Author University A', 'Second Author']],
    ['First Author), Second Author', ['First Author', 'Second Author']],
    ['Society for Text and Sound, First Author', ['Society for Text and Sound', 'First Author']],
  ])('splits %j', (creators, names) => {
    expect(splitAuthors(creators)).toEqual(names);
  });

  it('copes with a hundred thousand parentheses', () => {
    expect(splitAuthors('('.repeat(100_000))).toEqual([]);
    expect(splitAuthors(`First Author ${'('.repeat(50_000)}${')'.repeat(50_000)}`)).toEqual(['First Author']);
  });
});
