import type { RowRange } from '../kernels/matmul';
import type { TrainingData } from '../reading/training-data';
import type { WholeTexts } from './whole-texts';

/**
 * For each query, papers that look related but are not cited: those that the vectors, as they are now, rank
 * from `from` to `to`, without the cited ones and the query's own. The very first may be related without
 * being cited.
 *
 * Source: ANCE, Xiong et al. 2020 (negatives from the model itself, renewed while it learns).
 */
export function findHardNegatives(
  data: TrainingData,
  texts: WholeTexts,
  range: RowRange,
): readonly Int32Array[] {
  texts.refresh();
  const found: Int32Array[] = [];
  texts.compareQueries((query, cosines) => {
    const excluded = new Set(data.cited.subarray(data.citedStarts[query], data.citedStarts[query + 1]));
    excluded.add(data.queryPapers[query] ?? -1);
    found[query] = bestOf(cosines, range.to)
      .slice(range.from)
      .filter((paper) => !excluded.has(paper));
  });
  return found;
}

/** Positions of the largest numbers, largest first; ties by position. Cost: one pass and a sort of the few. */
export function bestOf(numbers: Float32Array, count: number): Int32Array {
  // The smallest of the best so far only rises, so one comparison rules out nearly all numbers.
  let positions: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  const byNumber = (a: number, b: number): number => (numbers[b] ?? 0) - (numbers[a] ?? 0) || a - b;
  const keepBest = (): void => {
    positions = positions.toSorted(byNumber).slice(0, count);
    if (positions.length === count) least = numbers[positions.at(-1) ?? 0] ?? 0;
  };
  for (let position = 0; position < numbers.length; position++) {
    if ((numbers[position] ?? 0) <= least) continue;
    positions.push(position);
    if (positions.length >= count * 4) keepBest();
  }
  keepBest();
  return Int32Array.from(positions);
}
