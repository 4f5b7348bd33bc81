import { describe, expect, it } from 'vitest';
import { bestOf, corpusBaselines, poolBaselines } from '../../../../tools/eval-related/baseline-rankers';
import { corpusQuery, evalPaper, jsonLines, poolQuery } from '../../../support/related/eval-related';

const CORPUS = [
  evalPaper('hf:1', 'Ocean waves'),
  evalPaper('hf:2', 'Ocean tides'),
  evalPaper('hf:2', 'A copy of the key'),
  evalPaper('s2:3', 'Ocean waves and tides'),
];
const QUERY = corpusQuery('ocean waves', 'hf:1');

describe('corpusBaselines', () => {
  it('rank the corpus without the query itself', async () => {
    const rankers = await corpusBaselines(await jsonLines(CORPUS), '', 10);

    expect(rankers.map(({ name }) => name)).toEqual(['BM25', 'TF-IDF']);
    for (const ranker of rankers) expect(ranker.rank(QUERY).map(([key]) => key)).toEqual(['s2:3', 'hf:2']);
  });

  it('rank only the keys asked for', async () => {
    const [bm25] = await corpusBaselines(await jsonLines(CORPUS), 'hf:', 10);

    expect(bm25?.rank(QUERY).map(([key]) => key)).toEqual(['hf:2']);
  });
});

describe('poolBaselines', () => {
  it('rank every paper of the pool, those without a shared word last', async () => {
    const query = poolQuery('ocean waves', { b: [0, 'flow'], a: [0, 'agents'], c: [1, 'Waves'] });

    for (const ranker of await poolBaselines([query], await jsonLines(CORPUS), '')) {
      expect(ranker.rank(query).map(([key]) => key)).toEqual(['c', 'a', 'b']);
    }
  });
});

describe('bestOf', () => {
  const keys = ['c', 'b', 'a', 'd'];
  const scores = Float64Array.of(1, 3, 1, 0);

  it('returns the best first; the smaller key breaks ties', () => {
    expect(bestOf(scores, keys, { limit: 3, from: -1, ownKey: null })).toEqual([
      ['b', 3],
      ['a', 1],
      ['c', 1],
    ]);
  });

  it('leaves out scores up to the limit, and the query itself', () => {
    expect(bestOf(scores, keys, { limit: 10, from: 0, ownKey: 'b' })).toEqual([
      ['a', 1],
      ['c', 1],
    ]);
  });

  it('returns as many as requested even if the query itself is among the best', () => {
    expect(bestOf(scores, keys, { limit: 2, from: 0, ownKey: 'b' })).toHaveLength(2);
  });
});
