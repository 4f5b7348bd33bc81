import { saturated } from '../rank/bm25';
import { repeatsOf } from '../segments/encode';
import { countFeatures, type Occurrence } from '../rank/features';
import type { RankQuery } from '../rank/rank-query';
import { dotOf, scanVector } from '../model/similarity';
import { WEIGHTS } from '../rank/weights';
import type { WordModel } from '../model/word-model';

/** A paper's words, and what each adds to its score. */
export interface Contributions {
  readonly occurrences: readonly Occurrence[];
  /** In units of the score, one per occurrence. By the vectors alone it can be negative. */
  readonly parts: Float64Array;
}

/** A cosine below this is rounding error: it is not split and needs no explanation. */
export const MIN_SPLIT_COSINE = 0.05;

/**
 * Makes the function that splits the part of a paper's score that comes from its words over their
 * occurrences.
 *
 * The cosine with the query is a sum over the paper's rows of the model, BM25 one over its words; a row's or
 * word's part is shared among its occurrences by their weight. The parts therefore sum to both, or to BM25
 * alone if the cosine is below `MIN_SPLIT_COSINE`.
 *
 * `vector`: the query's, after feedback; `cosine`: the paper's with it. Cost: dimensions × rows that no
 * earlier paper had.
 */
export function createSplitter(
  model: WordModel,
  { words }: Pick<RankQuery, 'words'>,
  vector: Float32Array,
): (occurrences: readonly Occurrence[], cosine: number) => Contributions {
  const productsOf = createProducts(model, vector);
  return (occurrences, cosine) => {
    const features = countFeatures(occurrences);
    const products = productsOf(features.rows);
    let sum = 0;
    for (const product of products.values()) sum += product;
    const scale = cosine < MIN_SPLIT_COSINE || sum <= 0 ? 0 : cosine / sum;
    let length = 0;
    for (const times of features.words.values()) length += repeatsOf(times);
    const parts = Float64Array.from(occurrences, ({ rows, wordId, weight }) => {
      let part = 0;
      for (const row of rows) {
        const share = weight / rows.length / (features.rows.get(row) ?? 1);
        part += (products.get(row) ?? 0) * scale * share;
      }
      const value = wordId === null ? 0 : (words.table[wordId] ?? 0);
      if (wordId === null || value === 0) return part;
      const times = features.words.get(wordId) ?? 1;
      const bm25 = (value * saturated(repeatsOf(times), length)) / words.self;
      return part + (WEIGHTS.words * bm25 * weight) / times;
    });
    return { occurrences, parts };
  };
}

/** Makes the function that multiplies a paper's rows of the model, each by its factor, with the query. */
function createProducts(
  { header: { dimensions }, scales, vectors }: WordModel,
  query: Float32Array,
): (rows: ReadonlyMap<number, number>) => ReadonlyMap<number, number> {
  const scan = scanVector(query);
  /** Related papers have rows in common: each is multiplied once. */
  const known = new Map<number, number>();

  function productOf(row: number): number {
    const found = known.get(row);
    if (found !== undefined) return found;
    const product = dotOf(scan, vectors, row * dimensions, dimensions) * (scales[row] ?? 0);
    known.set(row, product);
    return product;
  }

  return (rows) => {
    const products = new Map<number, number>();
    for (const [row, times] of rows) products.set(row, Math.log2(1 + times) * productOf(row));
    return products;
  };
}
