import type { Corpus } from '../reading/corpus';
import type { Kernels } from '../kernels/kernels';
import { addressOf, rangeOf, type Share } from '../kernels/matmul';
import { createRandom, mixSeeds } from '../../random';
import type { TrainingSettings } from '../settings';
import { createFeatureReader, MAX_FEATURES } from './text-features';
import type { TrainingState } from './training-state';

/** Keeps the gradient finite for a text without rows, which has no direction. */
const MIN_LENGTH = 1e-4;

/**
 * The first phase: each text of the batch becomes the sum of its rows' vectors, normalised to length 1;
 * citing papers also get the prior.
 */
export function createEmbedPhase(
  kernels: Kernels,
  corpus: Corpus,
  state: TrainingState,
  { batch, dimensions, seed, titleWeight }: TrainingSettings,
  share: Share,
): () => void {
  const reader = createFeatureReader(corpus);
  const units = state.units.numbers;
  const { featureFactors: factors, featureRows: rows, ranges } = state;

  function embed(text: number): void {
    const [step = 0] = state.plan;
    const [titleFrom = 0, titleTo = 0, from = 0, to = 0] = ranges.subarray(text * 4, text * 4 + 4);
    const parts = [
      { from: titleFrom, to: titleTo, times: titleWeight },
      { from, to, times: 1 },
    ];
    const position = text * MAX_FEATURES;
    // Each text has its own random numbers, so it does not matter which thread reads it.
    const random = createRandom(mixSeeds(seed, step, text));
    const count = reader.read(parts, state.rates[1] ?? 0, random, { rows, factors, position });
    state.featureCounts[text] = count;
    units.fill(0, text * dimensions, (text + 1) * dimensions);
    const sum = addressOf(state.units, text);
    for (let feature = position; feature < position + count; feature++) {
      const row = addressOf(state.vectors, rows[feature] ?? 0);
      kernels.addScaled(sum, row, factors[feature] ?? 0, dimensions);
    }
    bringToLengthOne(text);
  }

  function bringToLengthOne(text: number): void {
    const start = text * dimensions;
    let squares = 0;
    for (let c = start; c < start + dimensions; c++) squares += (units[c] ?? 0) ** 2;
    const length = Math.max(MIN_LENGTH, Math.sqrt(squares));
    state.lengths[text] = length;
    for (let c = start; c < start + dimensions; c++) units[c] = (units[c] ?? 0) / length;
    if (text < batch) writeRow(text);
    else writeColumn(text - batch);
  }

  function writeRow(row: number): void {
    const { rowsTransposed, rowVectors, prior } = state;
    const priorWeight = (state.plan[2] ?? 0) > 0 ? 1 : 0;
    for (let c = 0; c < dimensions; c++) {
      const component = (units[row * dimensions + c] ?? 0) + priorWeight * (prior.numbers[c] ?? 0);
      rowVectors.numbers[row * dimensions + c] = component;
      rowsTransposed.numbers[c * rowsTransposed.stride + row] = component;
    }
  }

  function writeColumn(column: number): void {
    const { numbers, stride } = state.columnsTransposed;
    const start = (batch + column) * dimensions;
    for (let c = 0; c < dimensions; c++) numbers[c * stride + column] = units[start + c] ?? 0;
  }

  return () => {
    const { from, to } = rangeOf(batch + (state.plan[1] ?? 0), share);
    for (let text = from; text < to; text++) embed(text);
  };
}
