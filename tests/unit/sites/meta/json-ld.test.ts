import { describe, expect, it } from 'vitest';
import { isRecord, parseJson, readJsonLd, readWorks } from '../../../../lib/sites/meta/json-ld';
import { pageOf } from '../../../support/sites/page';

const ARTICLE = {
  '@type': 'ScholarlyArticle',
  headline: 'A Title',
  author: [
    { '@type': 'Person', name: 'First Author' },
    { givenName: 'Second', familyName: 'Author' },
    'Third Author',
  ],
  description: 'An abstract.',
  identifier: { '@type': 'PropertyValue', propertyID: 'doi', value: '10.1000/182' },
  datePublished: '2021-08-05',
};
const READ = {
  kind: 'paper',
  title: 'A Title',
  authors: ['First Author', 'Second Author', 'Third Author'],
  abstract: 'An abstract.',
  identifiers: ['10.1000/182'],
  date: '2021-08-05',
};

function read(...scripts: readonly string[]) {
  return readJsonLd(
    pageOf(scripts.map((text) => `<script type="application/ld+json">${text}</script>`).join('')),
  );
}

describe('readJsonLd', () => {
  it.each([
    ['at the top', ARTICLE],
    ['in an array', [{ '@type': 'BreadcrumbList' }, ARTICLE]],
    ['in a graph', { '@graph': [{ '@type': 'WebSite' }, ARTICLE] }],
    ['as the main entity', { '@type': 'WebPage', mainEntity: ARTICLE }],
    ['with several types', { ...ARTICLE, '@type': ['Thing', 'https://schema.org/ScholarlyArticle'] }],
    ['after a data set', [{ '@type': 'Dataset', name: 'Data of the paper' }, ARTICLE]],
  ])('finds an article %s', (_, data) => {
    expect(read(JSON.stringify(data))).toEqual(READ);
  });

  it('takes an article of no told kind for want of better', () => {
    const work = { '@type': 'Article', name: 'A Title' };

    expect(read(JSON.stringify(work))).toMatchObject({ kind: 'work', title: 'A Title' });
    expect(read(JSON.stringify([work, ARTICLE]))).toEqual(READ);
    expect(read(JSON.stringify([work, { '@type': 'Dataset' }]))?.kind).toBe('other');
  });

  it('gives all works of a page', () => {
    const page = pageOf(
      `<script class="schema-data">${JSON.stringify({ '@graph': [[ARTICLE], [ARTICLE]] })}</script>`,
    );

    expect(readWorks(page)).toEqual([READ, READ]);
  });

  it('says when a page shows something else', () => {
    expect(read(JSON.stringify({ '@type': 'https://schema.org/Dataset', name: 'Data' }))?.kind).toBe('other');
    expect(read(JSON.stringify({ '@type': 'NewsArticle', headline: 'News' }))?.kind).toBe('other');
  });

  it.each([
    ['no JSON', '{"@type": "ScholarlyArticle",'],
    ['JSON that is no object', '"ScholarlyArticle"'],
    ['null', 'null'],
    ['nothing of interest', '{"@type": "Organization", "name": "x"}'],
    ['values of wrong kinds', '{"@type": 7, "@graph": "x", "mainEntity": [[[]]]}'],
    ['a reference to itself', '{"@id": "#a", "mainEntity": {"@id": "#a"}}'],
  ])('gives null for %s', (_, text) => {
    expect(read(text)).toBeNull();
  });

  it('passes over a broken script before a good one', () => {
    expect(read('{', JSON.stringify(ARTICLE))).toEqual(READ);
  });

  it('leaves out parts of wrong kinds', () => {
    const odd = {
      '@type': 'ScholarlyArticle',
      headline: 7,
      author: [null, 3, {}, { name: ['x'] }],
      identifier: {},
    };

    expect(read(JSON.stringify(odd))).toEqual({
      kind: 'paper',
      title: '',
      authors: [],
      abstract: '',
      identifiers: [],
      date: '',
    });
  });

  it('gives up on scripts that are very long, very many or very deep', () => {
    const long = JSON.stringify({ ...ARTICLE, description: 'x'.repeat(600_000) });
    const deep = `${'{"mainEntity":'.repeat(3000)}${JSON.stringify(ARTICLE)}${'}'.repeat(3000)}`;
    const many = [...Array<string>(30).fill('{}'), JSON.stringify(ARTICLE)];

    expect([read(long), read(deep), read(...many)]).toEqual([null, null, null]);
  });
});

describe('parseJson', () => {
  it('gives the value, or null for what is no JSON or too long', () => {
    expect(parseJson('[1]')).toEqual([1]);
    expect(parseJson('[1')).toBeNull();
    expect(parseJson(`"${'x'.repeat(500_001)}"`)).toBeNull();
  });
});

describe('isRecord', () => {
  it.each([
    [{}, true],
    [[], false],
    [null, false],
    ['x', false],
  ])('of %j is %s', (value, expected) => {
    expect(isRecord(value)).toBe(expected);
  });
});
