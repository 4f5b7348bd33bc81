import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../tools/eval-sites/find-paper';
import { judge } from '../../../../tools/eval-sites/judge';
import { arxivId, day, doi } from '../../../support/builders';

const NOTHING: Finding = { site: null, isPaper: false, ref: null, meta: null };
const FOUND: Finding = {
  site: 'arxiv',
  isPaper: true,
  ref: { site: 'arxiv', ids: { arxiv: arxivId('1706.03762') }, version: 7, view: 'abstract' },
  meta: {
    title: 'Small Maps',
    authors: ['Ada Bellamy'],
    ids: { arxiv: arxivId('1706.03762'), doi: doi('10.1000/182') },
    publishedOn: day('2017-06-12'),
    categories: ['math.AG'],
  },
};

const verdicts = (...given: Parameters<typeof judge>) =>
  Object.fromEntries(
    Object.entries(judge(...given))
      .map(([name, { verdict }]) => [name, verdict])
      .filter(([, verdict]) => verdict !== 'none'),
  ) as Record<string, string>; // Names and verdicts.

describe('judge', () => {
  it('compares each part in its normal form', () => {
    const expected = {
      isPaperPage: true,
      arxivId: 'arXiv:1706.03762v2',
      version: 7,
      doi: 'https://doi.org/10.1000/182',
      title: 'small  maps.',
      firstAuthor: 'Bellamy, Ada',
      date: '2017-06-12',
      primaryCategory: 'alg-geom',
    };

    expect(verdicts(expected, FOUND, false)).toEqual({
      isPaper: 'right',
      arxivId: 'right',
      version: 'right',
      doi: 'right',
      title: 'right',
      firstAuthor: 'right',
      date: 'right',
      primaryCategory: 'right',
    });
  });

  it('tells wrong from missing, and what is given although there is none', () => {
    const expected = { isPaper: true, title: 'Large Maps', pmid: '42', doi: null, date: '2017' };

    expect(verdicts(expected, FOUND, false)).toEqual({
      isPaper: 'right',
      title: 'wrong',
      pmid: 'missing',
      doi: 'extra',
    });
  });

  it('compares only what a URL says where there is no page', () => {
    const expected = { isPaper: true, arxivId: '1706.03762', title: 'Large Maps' };

    expect(verdicts(expected, FOUND, true)).toEqual({ isPaper: 'right', arxivId: 'right' });
  });

  it('compares nothing else of what is no paper', () => {
    expect(verdicts({ isPaper: false, doi: '10.1000/182' }, FOUND, false)).toEqual({ isPaper: 'wrong' });
    expect(verdicts({ isPaperPage: false }, NOTHING, false)).toEqual({ isPaper: 'right' });
  });

  it('misses the parts of a missed paper', () => {
    expect(verdicts({ isPaper: true, arxivId: '1706.03762', title: 'x' }, NOTHING, false)).toEqual({
      isPaper: 'missing',
      arxivId: 'missing',
      title: 'missing',
    });
  });
});
