import type { Kernels } from '../kernels/kernels';
import { type Matrix, multiplyRows, rangeOf, type Share } from '../kernels/matmul';
import type { TrainingSettings } from '../settings';
import type { TrainingData } from '../reading/training-data';
import type { TrainingState } from './training-state';

/** The similarity of a pair that must not count. */
const MASKED = -1e9;
/** Below this, an exponential is negligible and slow. */
const MIN_EXPONENT = -80;
/** Keeps a quotient finite if all exponentials of a row are negligible. */
const MIN_SUM = 1e-35;

/**
 * The middle phases: how well each row tells its own column from the others, and vice versa.
 *
 * Each exponential, of (similarity − 1) / temperature, is computed once; its exponent exceeds 0 by at most
 * the prior's length. The softmax over a row weighs each column by `columnWeights`; the softmax over a column
 * knows only the batch's rows.
 *
 * Source: InfoNCE, van den Oord et al. 2018; the weights are the correction by log Q of Yi et al. 2019.
 */
export function createLossPhases(
  kernels: Kernels,
  data: TrainingData,
  state: TrainingState,
  settings: TrainingSettings,
  share: Share,
): readonly (() => void)[] {
  const { batch, dimensions, symmetry, temperature } = settings;
  const rows = rangeOf(batch, share);
  const { numbers: pairs, stride } = state.pairs;
  const columnUnits = rowsFrom(state.units, batch);
  const columnGradients = rowsFrom(state.gradients, batch);

  /** Similarities of this thread's rows, their exponentials, and each row's sum and loss. */
  function compare(): void {
    const columns = state.plan[1] ?? 0;
    multiplyRows(kernels, state.rowVectors, rows, columnUnits, columns, dimensions, state.pairs);
    for (let i = rows.from; i < rows.to; i++) {
      maskRelated(i);
      const own = ((pairs[i * stride + i] ?? 0) - 1) / temperature;
      let sum = 0;
      for (let j = 0, position = i * stride; j < columns; j++, position++) {
        const exponent = ((pairs[position] ?? 0) - 1) / temperature;
        const weight = exponent < MIN_EXPONENT ? 0 : Math.exp(exponent);
        pairs[position] = weight;
        sum += weight * (state.columnWeights[j] ?? 0);
      }
      state.rowSums[i] = Math.max(sum, MIN_SUM);
      state.losses[i] = Math.log(Math.max(sum, MIN_SUM)) - own - Math.log(state.columnWeights[i] ?? 1);
    }
  }

  /** Masks the other columns of the row's own paper, and those cited by its query. */
  function maskRelated(i: number): void {
    maskPaper(i, state.rowPapers[i] ?? -1);
    const query = state.rowQueries[i] ?? -1;
    if (query < 0) return;
    const end = data.citedStarts[query + 1] ?? 0;
    for (let position = data.citedStarts[query] ?? 0; position < end; position++) {
      maskPaper(i, data.cited[position] ?? -1);
    }
  }

  function maskPaper(i: number, paper: number): void {
    if (paper < 0) return;
    for (let j = state.firstColumn[paper] ?? -1; j >= 0; j = state.nextColumn[j] ?? -1) {
      if (j !== i) pairs[i * stride + j] = MASKED;
    }
  }

  /** Sums over this thread's columns, of those that have a row. */
  function sumColumns(): void {
    state.columnSums.fill(0, rows.from, rows.to);
    for (let i = 0; i < batch; i++) {
      for (let j = rows.from; j < rows.to; j++) {
        state.columnSums[j] = (state.columnSums[j] ?? 0) + (pairs[i * stride + j] ?? 0);
      }
    }
  }

  /** Turns this thread's rows of the matrix into the loss's gradient, and carries it to the rows' texts. */
  function pullRows(): void {
    const columns = state.plan[1] ?? 0;
    const unit = 1 / (temperature * batch);
    for (let i = rows.from; i < rows.to; i++) {
      const byRow = ((1 - symmetry) / (state.rowSums[i] ?? 1)) * unit;
      const start = i * stride;
      for (let j = 0; j < columns; j++) {
        const columnShare = j < batch ? symmetry / Math.max(state.columnSums[j] ?? 0, MIN_SUM) : 0;
        const weight = byRow * (state.columnWeights[j] ?? 0) + columnShare * unit;
        pairs[start + j] = (pairs[start + j] ?? 0) * weight;
      }
      pairs[start + i] = (pairs[start + i] ?? 0) - unit;
    }
    transposeRows(columns);
    multiplyRows(kernels, state.pairs, rows, state.columnsTransposed, dimensions, columns, state.rowPulls);
    for (let row = rows.from; row < rows.to; row++) throughLength(row, state.rowPulls.numbers, row);
  }

  /** Column by column, so that up to 16 neighbouring numbers are written at once. */
  function transposeRows(columns: number): void {
    const { numbers, stride: width } = state.pairsTransposed;
    for (let first = rows.from; first < rows.to; first += 16) {
      const last = Math.min(first + 16, rows.to);
      for (let j = 0; j < columns; j++) {
        for (let i = first; i < last; i++) numbers[j * width + i] = pairs[i * stride + j] ?? 0;
      }
    }
  }

  /** Carries the gradient to the texts of this thread's columns. */
  function pullColumns(): void {
    const range = rangeOf(state.plan[1] ?? 0, share);
    multiplyRows(
      kernels,
      state.pairsTransposed,
      range,
      state.rowsTransposed,
      dimensions,
      batch,
      columnGradients,
    );
    for (let column = range.from; column < range.to; column++) {
      throughLength(batch + column, columnGradients.numbers, column);
    }
  }

  /** From the gradient by a unit vector to that by the sum before it was brought to length 1. */
  function throughLength(text: number, pulls: Float32Array, row: number): void {
    const { numbers: gradients } = state.gradients;
    const { numbers: units } = state.units;
    const [to, from] = [text * dimensions, row * dimensions];
    let along = 0;
    for (let c = 0; c < dimensions; c++) along += (pulls[from + c] ?? 0) * (units[to + c] ?? 0);
    const length = state.lengths[text] ?? 1;
    for (let c = 0; c < dimensions; c++) {
      gradients[to + c] = ((pulls[from + c] ?? 0) - along * (units[to + c] ?? 0)) / length;
    }
  }

  return [compare, sumColumns, pullRows, pullColumns];
}

/** The same numbers without the first rows. */
function rowsFrom({ numbers, stride }: Matrix, first: number): Matrix {
  return { numbers: numbers.subarray(first * stride), stride };
}
