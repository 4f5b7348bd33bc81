import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../../lib/model/paper/paper';
import { checkFound } from '../../../../lib/related/search/check';
import { parseSearch } from '../../../../lib/related/search/query';
import { papers } from '../../../support/builders';

const parse = (typed: string) => parseSearch(typed, { idsOfUrl: () => null, topicKeyOf: () => null });

const [inAbstract, scattered, asTyped, other] = papers(4, (index) => ({
  title: ['Deep nets', 'Matching by optical flow', 'On flow matching', 'Tides'][index] ?? '',
  abstract: ['We train flow matching models.', '', 'A note.', 'Waves of the sea.'][index] ?? '',
  authors: [['Jane Doe', 'Richard Roe'], ['J. Doe'], ['Zoë Müller'], ['Janet Doering']][index] ?? [],
  organisation: ['Ocean Lab', 'Other', 'Other', 'Other'][index] ?? '',
  keywords: [],
})) as [Paper, Paper, Paper, Paper]; // As many as asked for.
const all = [inAbstract, scattered, asTyped, other];
const find = (typed: string, limit = 10) => checkFound(parse(typed), { exact: all, similar: [] }, limit);

describe('checkFound', () => {
  it('puts titles as typed first, then titles with the words, then the others', () => {
    expect(find('flow matching ')).toEqual([asTyped, scattered, inAbstract]);
    expect(find('flow matching ', 1)).toEqual([asTyped]);
  });

  it('takes a phrase as it is', () => {
    expect(find('"flow matching"')).toEqual([asTyped, inAbstract]);
    expect(find('“we train flow mat')).toEqual([inAbstract]);
    expect(find('"matching flow"')).toEqual([]);
  });

  it('finds an unfinished word, and a finished one only as it is', () => {
    expect(find('tid')).toEqual([other]);
    expect(find('tid ')).toEqual([]);
  });

  it('finds words among authors and organisation', () => {
    expect(find('flow roe ')).toEqual([inAbstract]);
    expect(find('ocean lab ')).toEqual([inAbstract]);
  });

  it.each<[string, readonly Paper[]]>([
    ['author:"Jane Doe"', [inAbstract, scattered]],
    ['author:"Doe, Jane"', [inAbstract, scattered]],
    ['author:"j doe"', [inAbstract, scattered]],
    ['author:"jane ', [inAbstract]],
    ['author:jan', [inAbstract, other]],
    ['author:muller ', [asTyped]],
    ['author:"ocean lab"', [inAbstract]],
    ['author:"Jane Roe"', []],
    ['author:doe author:roe ', [inAbstract]],
  ])('finds the authors of %s', (typed, expected) => {
    expect(find(typed)).toEqual(expected);
  });

  it('adds papers close in meaning last, those of the author typed', () => {
    const candidates = { exact: [other], similar: [asTyped, scattered] };
    expect(checkFound(parse('author:doe tides '), candidates, 10)).toEqual([scattered]);
    expect(checkFound(parse('tides '), candidates, 2)).toEqual([other, asTyped]);
  });
});
