import { describe, expect, it } from 'vitest';
import { formatFigures, formatRankings } from '../../../../tools/eval-related/report';

const RANKINGS = [
  { id: 7, ranked: [['a', 0.5]] },
  { id: 'r', ranked: [] },
] as const;

describe('formatFigures', () => {
  it('gives a line for each figure, our own first', () => {
    const lines = formatFigures([
      { name: 'Paperkin', evaluation: { figures: { 'nDCG@10': 0.16 }, leftOut: 0, rankings: RANKINGS } },
      { name: 'BM25', evaluation: { figures: { 'nDCG@10': 0.08149 }, leftOut: 0, rankings: RANKINGS } },
    ]);

    expect(lines).toEqual(['queries 2 of 2', 'nDCG@10 0.160  BM25 0.081']);
  });

  it('says how many queries are left out, even if none is left', () => {
    const lines = formatFigures([
      { name: 'Paperkin', evaluation: { figures: null, leftOut: 2, rankings: RANKINGS } },
    ]);

    expect(lines).toEqual(['queries 0 of 2, 2 left out: none of their relevant papers is there']);
  });
});

describe('formatRankings', () => {
  it('writes JSON with the ids as the file had them', () => {
    const text = formatRankings({ figures: null, leftOut: 0, rankings: RANKINGS });

    expect(JSON.parse(text)).toEqual(RANKINGS);
  });
});
