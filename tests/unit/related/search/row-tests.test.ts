import { describe, expect, it } from 'vitest';
import { parseSearch } from '../../../../lib/related/search/query';
import { filterTests, type RowTest, wordTests } from '../../../../lib/related/search/row-tests';
import { titledSegment } from '../../../support/related/segments';
import { wordModel } from '../../../support/related/word-model';

const model = wordModel();
const TITLES = ['Ocean waves', 'Coding agents', 'Ocean agents of the ocean'];
const segment = titledSegment(model, TITLES, (index) => ({
  abstract: ['A tide of glaciers.', 'Repository flow.', ''][index] ?? '',
  authors: [['Jane Doe'], ['J. Doe', 'Richard Roe'], ['Jane Roe']][index] ?? [],
  keywords: [['tide'], ['code'], []][index] ?? [],
}));
const parse = (typed: string) => parseSearch(typed, { idsOfUrl: () => null, topicKeyOf: (name) => name });
/** For each row, what each test gives. */
const scores = (tests: readonly RowTest[]) => [0, 1, 2].map((row) => tests.map((test) => test(segment, row)));
const hits = (tests: readonly RowTest[]) => scores(tests).map((row) => row.every((score) => score > 0));

describe('wordTests', () => {
  it.each<[string, readonly boolean[]]>([
    ['ocean ', [true, false, true]],
    ['ocean wave ', [true, false, false]],
    ['oce', [true, false, true]],
    ['the ocean ', [true, false, true]],
    ['glaciers ', [true, false, false]],
    ['glaci ', [false, false, false]],
    ['roe ', [false, true, true]],
    ['ocean jan', [true, false, true]],
    ['"ocean agents"', [false, false, true]],
    ['"roe"', [false, false, false]],
  ])('finds rows that have the words of %s', (typed, expected) => {
    expect(hits(wordTests(model, parse(typed)))).toEqual(expected);
  });

  it('gives more for a word that is there more often', () => {
    const [first, , third] = scores(wordTests(model, parse('ocean ')));
    expect(third?.[0]).toBeGreaterThan(first?.[0] ?? Infinity);
  });

  it('has no test for function words', () => {
    expect(wordTests(model, parse('the of "state of the art"'))).toEqual([]);
  });
});

describe('filterTests', () => {
  it.each<[string, readonly boolean[]]>([
    ['author:doe ', [true, true, false]],
    ['author:ro', [false, false, false]],
    ['author:"richard roe"', [false, true, true]],
    ['topic:tide', [true, false, false]],
    ['topic:none', [false, false, false]],
    ['author:jane topic:tide', [true, false, false]],
    ['author:j', [true, true, true]],
  ])('finds rows for %s', (typed, expected) => {
    expect(hits(filterTests(parse(typed)))).toEqual(expected);
  });

  it('gives more for a whole name than for a part', () => {
    const [part, , whole] = scores(filterTests(parse('author:"jane roe"')));
    expect(whole?.[0]).toBeGreaterThan(part?.[0] ?? Infinity);
  });
});
