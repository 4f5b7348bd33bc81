import { ADAM, type Kernels } from '../kernels/kernels';
import { addressOf, type Share } from '../kernels/matmul';
import type { TrainingSettings } from '../settings';
import { MAX_FEATURES } from './text-features';
import type { TrainingState } from './training-state';

/**
 * The last phase: gathers each row's gradient from the batch's texts and moves the row.
 *
 * A thread moves every `threads`-th row and sums in the order of the texts, so that the sums do not depend on
 * the number of threads. It touches only rows that occur.
 *
 * Source: Adam, Kingma and Ba 2015, in its lazy form for sparse gradients.
 */
export function createUpdatePhase(
  kernels: Kernels,
  rowCount: number,
  state: TrainingState,
  { batch, dimensions }: TrainingSettings,
  { thread, threads }: Share,
): () => void {
  const isTouched = new Uint8Array(rowCount);
  const touched = new Uint32Array(rowCount);
  let touchedCount = 0;

  function gather(): void {
    const texts = batch + (state.plan[1] ?? 0);
    touchedCount = 0;
    for (let text = 0; text < texts; text++) {
      const first = text * MAX_FEATURES;
      const last = first + (state.featureCounts[text] ?? 0);
      for (let position = first; position < last; position++) {
        const row = state.featureRows[position] ?? 0;
        if (row % threads === thread) add(row, text, state.featureFactors[position] ?? 0);
      }
    }
  }

  function add(row: number, text: number, factor: number): void {
    if (isTouched[row] === 0) {
      isTouched[row] = 1;
      touched[touchedCount++] = row;
      state.rowGradients.numbers.fill(0, row * dimensions, (row + 1) * dimensions);
    }
    kernels.addScaled(
      addressOf(state.rowGradients, row),
      addressOf(state.gradients, text),
      factor,
      dimensions,
    );
  }

  /** One thread moves the prior: it is a single row, and its sum goes over all rows of the batch. */
  function movePrior(): void {
    const steps = state.plan[2] ?? 0;
    if (steps === 0 || thread !== 0) return;
    state.priorGradient.numbers.fill(0);
    for (let row = 0; row < batch; row++) {
      kernels.addScaled(addressOf(state.priorGradient, 0), addressOf(state.rowPulls, row), 1, dimensions);
    }
    kernels.moveByAdam(
      addressOf(state.prior, 0),
      addressOf(state.priorGradient, 0),
      addressOf(state.priorFirstMoment, 0),
      addressOf(state.priorSecondMoment, 0),
      dimensions,
      (state.rates[2] ?? 0) / (1 - ADAM.firstDecay ** steps),
      1 / (1 - ADAM.secondDecay ** steps),
    );
  }

  return () => {
    movePrior();
    gather();
    const [step = 0] = state.plan;
    const rate = (state.rates[0] ?? 0) / (1 - ADAM.firstDecay ** (step + 1));
    const correction = 1 / (1 - ADAM.secondDecay ** (step + 1));
    for (let index = 0; index < touchedCount; index++) {
      const row = touched[index] ?? 0;
      isTouched[row] = 0;
      kernels.moveByAdam(
        addressOf(state.vectors, row),
        addressOf(state.rowGradients, row),
        addressOf(state.firstMoments, row),
        addressOf(state.secondMoments, row),
        dimensions,
        rate,
        correction,
      );
    }
  };
}
