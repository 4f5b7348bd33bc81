import { describe, expect, it } from 'vitest';
import { createBm25, createTfIdf } from '../../../../tools/eval-related/baselines';
import { createIndexBuilder } from '../../../../tools/eval-related/inverted-index';

const TITLES = ['ocean ocean tide', 'tide', 'flow of agents'];

function index() {
  const builder = createIndexBuilder();
  for (const title of TITLES) builder.add({ title });
  return builder.finish();
}

describe('createBm25', () => {
  it("follows Lucene's formula", () => {
    const scores = createBm25(index()).score({ title: 'ocean' });

    const idf = Math.log(1 + (3 - 1 + 0.5) / (1 + 0.5));
    const norm = 1.2 * (1 - 0.75 + (0.75 * 3) / (7 / 3));
    expect(scores[0]).toBeCloseTo((idf * 2) / (2 + norm), 10);
    expect(scores.slice(1)).toEqual(Float64Array.of(0, 0));
  });

  it('counts a query word as often as it occurs', () => {
    const bm25 = createBm25(index());

    expect(bm25.score({ title: 'ocean', abstract: 'ocean' })[0]).toBeCloseTo(
      2 * (bm25.score({ title: 'ocean' })[0] ?? 0),
    );
  });
});

describe('createTfIdf', () => {
  it('gives a text 1 against itself and 0 against one without a shared word', () => {
    const scores = createTfIdf(index()).score({ title: 'ocean ocean tide' });

    expect(scores[0]).toBeCloseTo(1, 10);
    expect(scores[1]).toBeGreaterThan(0);
    expect(scores[2]).toBe(0);
  });

  it('gives only 0 for a query without words', () => {
    expect([...createTfIdf(index()).score({ title: '' })]).toEqual([0, 0, 0]);
  });
});
