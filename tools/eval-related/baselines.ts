import { inverseFrequency } from '../../lib/related/rank/bm25';
import type { PaperText } from '../../lib/related/segments/paper-words';
import { countTerms, type InvertedIndex } from './inverted-index';

/** A way of ranking to compare with. */
export interface Baseline {
  readonly name: string;
  /** A score for every text of the index; 0 for one that shares no word. */
  score(query: PaperText): Float64Array;
}

/** Lucene's defaults. */
const K1 = 1.2;
const B = 0.75;

/**
 * BM25; a word that the query has twice counts twice.
 *
 * Source: Robertson and Zaragoza 2009, with Lucene's idf and without the factor k1 + 1, which changes no
 * order.
 */
export function createBm25(index: InvertedIndex): Baseline {
  const { lengths } = index;
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const norms = Float64Array.from(lengths, (length) => K1 * (1 - B + (B * length) / average));
  return {
    name: 'BM25',
    score(query) {
      const scores = new Float64Array(lengths.length);
      for (const [term, queryTimes] of countTerms(query)) {
        const df = frequencyOf(index, term);
        const weight = queryTimes * inverseFrequency(lengths.length, df);
        eachPosting(index, term, (text, times) => {
          scores[text] = (scores[text] ?? 0) + (weight * times) / (times + (norms[text] ?? 0));
        });
      }
      return scores;
    },
  };
}

/** The cosine of vectors of tf × idf, with scikit-learn's smooth idf: ln((1 + n) / (1 + df)) + 1. */
export function createTfIdf(index: InvertedIndex): Baseline {
  const count = index.lengths.length;
  const idf = (term: string) => Math.log((1 + count) / (1 + frequencyOf(index, term))) + 1;
  const squares = new Float64Array(count);
  for (const term of index.terms.keys()) {
    const weight = idf(term);
    eachPosting(index, term, (text, times) => {
      squares[text] = (squares[text] ?? 0) + (times * weight) ** 2;
    });
  }
  return {
    name: 'TF-IDF',
    score(query) {
      const scores = new Float64Array(count);
      let querySquares = 0;
      for (const [term, queryTimes] of countTerms(query)) {
        const weight = idf(term);
        querySquares += (queryTimes * weight) ** 2;
        eachPosting(index, term, (text, times) => {
          scores[text] = (scores[text] ?? 0) + queryTimes * weight * times * weight;
        });
      }
      return scores.map((score, text) =>
        score === 0 ? 0 : score / Math.sqrt(querySquares * (squares[text] ?? 0)),
      );
    },
  };
}

function frequencyOf({ terms, starts }: InvertedIndex, term: string): number {
  const id = terms.get(term);
  return id === undefined ? 0 : (starts[id + 1] ?? 0) - (starts[id] ?? 0);
}

function eachPosting(
  { terms, starts, texts, times }: InvertedIndex,
  term: string,
  visit: (text: number, times: number) => void,
): void {
  const id = terms.get(term);
  if (id === undefined) return;
  const end = starts[id + 1] ?? 0;
  for (let position = starts[id] ?? 0; position < end; position++)
    visit(texts[position] ?? 0, times[position] ?? 0);
}
