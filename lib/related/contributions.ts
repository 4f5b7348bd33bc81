import { saturated } from './bm25';
import { repeatsOf } from './encode';
import { countFeatures, type Occurrence } from './features';
import type { RankQuery } from './rank-query';
import { WEIGHTS } from './weights';
import type { WordModel } from './word-model';

/** What one occurrence of a word or phrase adds to its paper's score. */
export interface Contribution extends Occurrence {
  /** In units of the score. By the vectors alone it can be negative. */
  readonly part: number;
}

/**
 * Splits the part of a paper's score that comes from its words over their occurrences.
 *
 * The cosine with the query is a sum over the paper's rows of the model, BM25 one over its words; a row's or
 * word's part is shared among its occurrences by their weight. So the parts sum to both, but for the rounding
 * of the stored vector.
 *
 * `vector`: the query's, after feedback. Cost: rows × dimensions, some 0.05 ms.
 */
export function contributionsOf(
  model: WordModel,
  { words }: Pick<RankQuery, 'words'>,
  vector: Float32Array,
  occurrences: readonly Occurrence[],
): readonly Contribution[] {
  const features = countFeatures(occurrences);
  const byRow = cosineParts(model, vector, features.rows);
  const length = [...features.words.values()].reduce((sum, times) => sum + repeatsOf(times), 0);
  return occurrences.map((occurrence) => {
    const { rows, wordId, weight } = occurrence;
    let part = 0;
    for (const row of rows) {
      part += ((byRow.get(row) ?? 0) * weight) / rows.length / (features.rows.get(row) ?? 1);
    }
    const value = wordId === null ? 0 : (words.table[wordId] ?? 0);
    if (wordId !== null && value > 0) {
      const times = features.words.get(wordId) ?? 1;
      const bm25 = (value * saturated(repeatsOf(times), length)) / words.self;
      part += (WEIGHTS.words * bm25 * weight) / times;
    }
    return { ...occurrence, part };
  });
}

/** Each row's part of the cosine: its factor times its vector times the query's, over the sum's length. */
function cosineParts(
  { header, scales, vectors }: WordModel,
  query: Float32Array,
  rows: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const { dimensions } = header;
  const sum = new Float64Array(dimensions);
  const products = new Map<number, number>();
  for (const [row, times] of rows) {
    const factor = Math.log2(1 + times) * (scales[row] ?? 0);
    const start = row * dimensions;
    let product = 0;
    for (let place = 0; place < dimensions; place++) {
      const component = factor * (vectors[start + place] ?? 0);
      sum[place] = (sum[place] ?? 0) + component;
      product += component * (query[place] ?? 0);
    }
    products.set(row, product);
  }
  const length = Math.hypot(...sum);
  return length === 0 ? new Map() : new Map([...products].map(([row, product]) => [row, product / length]));
}
