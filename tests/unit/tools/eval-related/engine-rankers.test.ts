import { describe, expect, it } from 'vitest';
import { createPaperTable } from '../../../../lib/related/segments/paper-table';
import { createEncoder } from '../../../../tools/eval-related/encoder';
import { corpusEngine, poolEngine } from '../../../../tools/eval-related/engine-rankers';
import { corpusQuery, evalFiles, evalPaper, poolQuery } from '../../../support/related/eval-related';

const encoder = createEncoder(evalFiles());

describe('corpusEngine', () => {
  const papers = [
    evalPaper('own', 'Ocean waves'),
    evalPaper('near', 'Ocean waves'),
    evalPaper('far', 'Coding agents'),
  ];
  const table = createPaperTable([encoder.unpack(encoder.pack(papers))]);
  const query = corpusQuery('Ocean waves', 'own');

  it('ranks every paper except the query itself, including copies', () => {
    const ranked = corpusEngine(encoder, table, 10).rank(query);

    expect(ranked.map(([key]) => key)).toEqual(['near', 'far']);
    expect(ranked[0]?.[1]).toBeGreaterThan(ranked[1]?.[1] ?? Infinity);
  });

  it('gives no more than asked', () => {
    expect(corpusEngine(encoder, table, 1).rank(query)).toHaveLength(1);
  });
});

describe('poolEngine', () => {
  const engine = poolEngine(encoder);

  it('ranks every paper of the pool, including those without texts', () => {
    const ranked = engine.rank(
      poolQuery('Ocean', { empty: [0, ''], near: [1, 'Ocean waves'], also: [0, 'Ocean waves'] }),
    );

    expect(ranked.map(([key]) => key)).toEqual(['also', 'near', 'empty']);
    expect(ranked.every(([, score]) => Number.isFinite(score))).toBe(true);
  });

  it('treats all papers as equal if no word of the query counts', () => {
    expect(engine.rank(poolQuery('🙂', { b: [1, 'Ocean'], a: [0, 'Flow'] }))).toEqual([
      ['a', 0],
      ['b', 0],
    ]);
  });

  it('gives nothing for an empty pool', () => {
    expect(engine.rank(poolQuery('Ocean', {}))).toEqual([]);
  });
});
