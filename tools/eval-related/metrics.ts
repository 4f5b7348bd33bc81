/** The figures of one query or the means of many, by name. */
export type Figures = Readonly<Record<string, number>>;

/** Weight of a position in a ranking, counted from 0. */
type Discount = (position: number) => number;

/** Järvelin and Kekäläinen 2002, as used everywhere since: 1 / log2(rank + 1). */
const BY_RANK: Discount = (position) => 1 / Math.log2(position + 2);
/**
 * The first two ranks weigh the same, as in the script that CSFCube's published figures come from.
 *
 * Source: https://github.com/iesl/CSFCube `eval_scripts/ranking_eval.py`, which uses
 * https://gist.github.com/bwhite/3726239 (`method=0`).
 */
const BY_RANK_OF_CSFCUBE: Discount = (position) => (position === 0 ? 1 : 1 / Math.log2(position + 1));

/** Figures for a ranking of the whole corpus. `relevant`: at least one key of the corpus. */
export function corpusFigures(ranked: readonly string[], relevant: ReadonlySet<string>): Figures {
  const gains = ranked.slice(0, 100).map((key) => (relevant.has(key) ? 1 : 0));
  const ideal = Array.from({ length: relevant.size }, () => 1);
  const recall = (cut: number) => sum(gains.slice(0, cut)) / relevant.size;
  return {
    'nDCG@10': ndcg(gains, ideal, 10, BY_RANK),
    'recall@20': recall(20),
    'recall@100': recall(100),
  };
}

/** Figures for a ranking of a pool, with linear gains. `grades`: all of them, in the ranking's order. */
export function poolFigures(grades: readonly number[]): Figures {
  const ideal = grades.toSorted((a, b) => b - a);
  const fifth = Math.floor(0.2 * grades.length);
  return {
    'nDCG@20': ndcg(grades, ideal, 20, BY_RANK),
    'nDCG%20': ndcg(grades, ideal, fifth, BY_RANK),
    'nDCG%20-CSFCube': ndcg(grades, ideal, fifth, BY_RANK_OF_CSFCUBE),
  };
}

/** The mean of each figure; null if there is nothing to average. */
export function meanFigures(all: readonly Figures[]): Figures | null {
  const [first] = all;
  if (first === undefined) return null;
  return Object.fromEntries(
    Object.keys(first).map((name) => [name, sum(all.map((one) => one[name] ?? 0)) / all.length]),
  );
}

/** 0 if nothing is relevant. */
function ndcg(gains: readonly number[], ideal: readonly number[], cut: number, discount: Discount): number {
  const dcg = (values: readonly number[]) =>
    sum(values.slice(0, cut).map((gain, position) => gain * discount(position)));
  const best = dcg(ideal);
  return best === 0 ? 0 : dcg(gains) / best;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
