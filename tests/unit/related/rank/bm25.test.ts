import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bm25Of, bm25Weights, rarity, saturated } from '../../../../lib/related/rank/bm25';
import { readFeatures } from '../../../../lib/related/rank/features';
import { paper, papers } from '../../../support/builders';
import { PAPER_TEXT } from '../../../support/related/related-texts';
import { segmentOf } from '../../../support/related/segments';
import { wordModel } from '../../../support/related/word-model';

const model = wordModel();

function weightsOf(title: string, abstract = '') {
  return bm25Weights(model, readFeatures(model, { title, abstract }).words);
}

/** BM25 of papers with these abstracts and no title. */
function scores(query: string, ...abstracts: readonly string[]): readonly number[] {
  const feed = papers(abstracts.length, (index) => ({ title: '', abstract: abstracts[index] ?? '' }));
  const segment = segmentOf(model, feed);
  return abstracts.map((_, row) => bm25Of(weightsOf('', query), segment, row));
}

describe('bm25Of', () => {
  it('gives the query’s own text 1, and a text without its words 0', () => {
    expect(scores('flow ocean', 'flow ocean', 'coding agent')).toEqual([expect.closeTo(1, 6), 0]);
  });

  it('gives more for more of the words, for a repeated word, and for a shorter text', () => {
    const [both = 0, one = 0, repeated = 0, long = 0] = scores(
      'ocean flow',
      'ocean flow',
      'ocean tide',
      'ocean ocean tide',
      'ocean tide tide tide wave wave wave',
    );
    expect(both).toBeGreaterThan(repeated);
    expect(repeated).toBeGreaterThan(one);
    expect(one).toBeGreaterThan(long);
  });

  it('counts words that the model does not know', () => {
    const [shared = 0, other] = scores('unheard', 'unheard ocean', 'unlike ocean');
    expect(shared).toBeGreaterThan(0);
    expect(other).toBe(0);
  });

  it('is 0 for a query without words', () => {
    expect(scores('🙂', 'ocean flow', '')).toEqual([0, 0]);
  });

  it('equals the formula written out, for any texts', () => {
    fc.assert(
      fc.property(PAPER_TEXT, PAPER_TEXT, (query, texts) => {
        const weights = weightsOf(query.title, query.abstract);
        const segment = segmentOf(model, [paper({ ...texts, keywords: [] })]);
        const words = [...segment.words];
        let expected = 0;
        for (const word of new Set(words)) {
          const times = words.filter((other) => other === word).length;
          expected += (weights.table[word] ?? 0) * saturated(times, words.length);
        }
        expect(bm25Of(weights, segment, 0)).toBeCloseTo(weights.self === 0 ? 0 : expected / weights.self, 6);
      }),
    );
  });
});

describe('rarity', () => {
  it('is Lucene’s, falls with the papers that have the word, and takes an unknown word for rare', () => {
    // Row r of the small model stands in 1 + r of 1000 papers.
    expect(rarity(model, 0)).toBeCloseTo(Math.log(1 + 999.5 / 1.5), 9);
    expect(rarity(model, 5)).toBeLessThan(rarity(model, 0));
    expect(rarity(model, 60_000)).toBeCloseTo(Math.log(1 + 988.5 / 12.5), 9);
  });

  it('is never negative, even for a word of all papers', () => {
    const everywhere = { ...model, documentFrequencies: new Uint32Array(20).fill(1000) };
    expect(rarity(everywhere, 0)).toBeGreaterThanOrEqual(0);
  });
});

describe('saturated', () => {
  it('grows with the occurrences towards a limit, and falls with the length', () => {
    const values = [1, 2, 4, 100, 10_000].map((times) => saturated(times, 95));
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    expect(values.at(-1)).toBeLessThan(2.2);
    expect(saturated(1, 200)).toBeLessThan(saturated(1, 95));
  });
});
