import { describe, expect, it } from 'vitest';
import type { Ranked } from '../../../../tools/eval-related/baseline-rankers';
import { evaluateCorpus, evaluatePools, type Ranker } from '../../../../tools/eval-related/evaluate';
import type { CorpusQuery } from '../../../../tools/eval-related/rows';
import { corpusQuery, poolQuery } from '../../../support/related/eval-related';

function always<TQuery>(ranked: readonly Ranked[]): Ranker<TQuery> {
  return { name: 'always', rank: () => ranked };
}

describe('evaluateCorpus', () => {
  const ranker = always<CorpusQuery>([
    ['a', 2],
    ['b', 1],
  ]);
  const keys = new Set(['a', 'b', 'q']);

  it('averages over the queries that cite something of the corpus', () => {
    const queries = [corpusQuery('', 'q', ['a', 'b', 'gone', 'q']), corpusQuery('', 'r', ['gone'])];

    const { figures, leftOut, rankings } = evaluateCorpus(ranker, queries, keys);

    expect(figures).toEqual({ 'nDCG@10': 1, 'recall@20': 1, 'recall@100': 1 });
    expect(leftOut).toBe(1);
    expect(rankings.map(({ id }) => id)).toEqual(['q', 'r']);
  });

  it('has rankings but no figures if no query cites the corpus', () => {
    const { figures, rankings } = evaluateCorpus(ranker, [corpusQuery('', 'r')], keys);

    expect(figures).toBeNull();
    expect(rankings).toHaveLength(1);
  });
});

describe('evaluatePools', () => {
  const query = poolQuery('', { a: [0, ''], b: [2, ''] });

  it('measures with the grades', () => {
    const ungraded = poolQuery('', { a: [0, ''], b: [0, ''] });

    const { figures, leftOut } = evaluatePools(
      always([
        ['b', 2],
        ['a', 1],
      ]),
      [query, ungraded],
    );

    expect(figures?.['nDCG@20']).toBe(1);
    expect(leftOut).toBe(1);
  });

  it('refuses a ranking that is not of the whole pool', () => {
    expect(() => evaluatePools(always([['b', 2]]), [query])).toThrow(
      'always ranked 1 of the 2 papers of pool a query.',
    );
  });
});
