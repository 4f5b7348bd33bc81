import { describe, expect, it } from 'vitest';
import { createBarrierMemory } from '../../../../../../tools/training/model/threads/barrier';
import { createEmbedPhase } from '../../../../../../tools/training/model/step/embed-phase';
import { createKernels } from '../../../../../../tools/training/model/kernels/kernels';
import { createLossPhases } from '../../../../../../tools/training/model/step/loss-phases';
import { createPhases } from '../../../../../../tools/training/model/step/phases';
import { createRandom } from '../../../../../../tools/training/random';
import type { TrainingSettings } from '../../../../../../tools/training/model/settings';
import type { TrainingData } from '../../../../../../tools/training/model/reading/training-data';
import {
  createTrainingState,
  type TrainingState,
} from '../../../../../../tools/training/model/step/training-state';
import { createUpdatePhase } from '../../../../../../tools/training/model/step/update-phase';
import { smallSettings } from '../../../../../support/related/training';

const SETTINGS = smallSettings({ batch: 8, negatives: 8, temperature: 0.3, symmetry: 0.3 });
const COLUMNS = 16;
const WHOLE = { thread: 0, threads: 1 };

/** Paper 3 is in column 3 and, as a further wrong answer, in column 9; query 0, of row 1, cites it. */
function job(settings: TrainingSettings = SETTINGS) {
  const random = createRandom(4);
  const rowCount = 24;
  const papers = 16;
  const data: TrainingData = {
    corpus: {
      rowCount,
      entries: Uint32Array.from({ length: 96 }, () => Math.floor(random() * rowCount)),
      starts: new Uint32Array(0),
      groupStarts: new Uint32Array(0),
      groupRows: new Uint32Array(0),
    },
    papers,
    queries: 1,
    queryPapers: Int32Array.of(-1),
    citedStarts: Uint32Array.of(0, 1),
    cited: Int32Array.of(3),
  };
  const state = createTrainingState(settings, rowCount, papers);
  for (const [place] of state.vectors.numbers.entries()) state.vectors.numbers[place] = random() - 0.5;
  for (const [place] of state.prior.numbers.entries()) state.prior.numbers[place] = random() * 0.2;
  state.plan.set([0, COLUMNS, 1]);
  state.rates.set([0.01, 0, 0.01]);
  for (let text = 0; text < 24; text++) state.ranges.set([text, text + 2, text * 2, text * 2 + 5], text * 4);
  state.rowQueries.fill(-1).set([0], 1);
  state.rowPapers.fill(-1);
  for (let column = 0; column < COLUMNS; column++) {
    const paper = column === 9 ? 3 : column;
    state.columnPapers[column] = paper;
    state.columnWeights[column] = column % 3 === 0 ? 0.25 : 1;
    state.nextColumn[column] = state.firstColumn[paper] ?? -1;
    state.firstColumn[paper] = column;
  }
  return { data, state, settings };
}

/** The loss, computed the slow and obvious way from the sums of vectors. */
function lossOf(
  sums: readonly (readonly number[])[],
  state: TrainingState,
  symmetry: number = SETTINGS.symmetry,
): number {
  const { batch, temperature } = SETTINGS;
  const units = sums.map((sum) => sum.map((component) => component / Math.hypot(...sum)));
  const similarity = (i: number, j: number): number =>
    (units[i] ?? []).reduce(
      (total, component, c) =>
        total + (component + (state.prior.numbers[c] ?? 0)) * (units[batch + j]?.[c] ?? 0),
      0,
    ) / temperature;
  const isMasked = (i: number, j: number): boolean => i === 1 && (j === 3 || j === 9);
  let loss = 0;
  for (let i = 0; i < batch; i++) {
    let row = 0;
    for (let j = 0; j < COLUMNS; j++) {
      if (!isMasked(i, j)) row += Math.exp(similarity(i, j)) * (state.columnWeights[j] ?? 0);
    }
    let column = 0;
    for (let k = 0; k < batch; k++) if (!isMasked(k, i)) column += Math.exp(similarity(k, i));
    const own = similarity(i, i);
    loss += (1 - symmetry) * (Math.log(row) - own) + symmetry * (Math.log(column) - own);
  }
  return loss / batch;
}

function sumsOf(state: TrainingState): number[][] {
  const { dimensions } = SETTINGS;
  return Array.from({ length: 24 }, (_, text) =>
    Array.from(
      { length: dimensions },
      (_component, c) => (state.units.numbers[text * dimensions + c] ?? 0) * (state.lengths[text] ?? 0),
    ),
  );
}

describe('the phases of the loss', () => {
  it('match the gradient by finite differences, for rows, columns and prior', () => {
    const { data, state, settings } = job();
    const kernels = createKernels(state.memory);
    createEmbedPhase(kernels, data.corpus, state, settings, WHOLE)();
    for (const phase of createLossPhases(kernels, data, state, settings, WHOLE)) phase();

    const sums = sumsOf(state);
    const small = 1e-3;
    for (const text of [0, 1, 7, 8, 11, 17, 23]) {
      for (let c = 0; c < SETTINGS.dimensions; c++) {
        const moved = (by: number) =>
          lossOf(
            sums.map((sum, index) => (index === text ? sum.with(c, (sum[c] ?? 0) + by) : sum)),
            state,
          );
        const difference = (moved(small) - moved(-small)) / (2 * small);
        expect(state.gradients.numbers[text * SETTINGS.dimensions + c]).toBeCloseTo(difference, 3);
      }
    }
    const pull = Array.from(
      { length: 8 },
      (_, row) => state.rowPulls.numbers[row * SETTINGS.dimensions] ?? 0,
    );
    const before = lossOf(sums, state);
    state.prior.numbers[0] = (state.prior.numbers[0] ?? 0) + small;
    expect(pull.reduce((sum, one) => sum + one, 0)).toBeCloseTo((lossOf(sums, state) - before) / small, 2);
  });

  it('tell the loss from left to right of each row', () => {
    const { data, state } = job();
    const settings = { ...SETTINGS, symmetry: 0 };
    const kernels = createKernels(state.memory);
    createEmbedPhase(kernels, data.corpus, state, settings, WHOLE)();
    for (const phase of createLossPhases(kernels, data, state, settings, WHOLE)) phase();

    // Adding each pair's factor, which the wanted column has too: a rarer paper is asked for more.
    const weights = Array.from(state.columnWeights.subarray(0, 8), (weight) => Math.log(weight));
    const plain = state.losses.reduce((sum, loss, row) => sum + loss + (weights[row] ?? 0), 0) / 8;
    expect(plain).toBeCloseTo(lossOf(sumsOf(state), state, 0), 4);
  });
});

describe('the update', () => {
  it('moves exactly the rows that occur, against the gradient at first', () => {
    const { data, state, settings } = job();
    const kernels = createKernels(state.memory);
    const before = state.vectors.numbers.slice();
    state.featureCounts.fill(0);
    state.featureCounts[2] = 1;
    state.featureRows[2 * 1024] = 5;
    state.featureFactors[2 * 1024] = 2;
    state.gradients.numbers.set([1, -1, 0], 2 * settings.dimensions);

    createUpdatePhase(kernels, data.corpus.rowCount, state, settings, WHOLE)();

    const moved = Array.from(state.vectors.numbers, (number, place) => number - (before[place] ?? 0));
    expect(moved[5 * settings.dimensions]).toBeCloseTo(-0.01, 5);
    expect(moved[5 * settings.dimensions + 1]).toBeCloseTo(0.01, 5);
    expect(moved.filter((by) => by !== 0)).toHaveLength(2);
  });

  it('gives the same bits when two threads share the phases', () => {
    const one = job();
    const two = job();
    const jobOf = ({ data, state, settings }: ReturnType<typeof job>, threads: number) => ({
      data,
      state,
      settings,
      barrier: createBarrierMemory(),
      threads,
    });
    for (const phase of createPhases(jobOf(one, 1), WHOLE)) phase();

    const [first, second] = [0, 1].map((thread) => createPhases(jobOf(two, 2), { thread, threads: 2 }));
    for (const [place, phase] of (first ?? []).entries()) {
      phase();
      second?.[place]?.();
    }

    expect(two.state.vectors.numbers).toEqual(one.state.vectors.numbers);
    expect(two.state.prior.numbers).toEqual(one.state.prior.numbers);
    expect(two.state.losses).toEqual(one.state.losses);
  });
});
