import { createEmbedPhase } from './embed-phase';
import { createKernels } from '../kernels/kernels';
import { createLossPhases } from './loss-phases';
import type { TrainingSettings } from '../settings';
import type { TrainingData } from '../reading/training-data';
import type { TrainingState } from './training-state';
import { createUpdatePhase } from './update-phase';
import type { Share } from '../kernels/matmul';

/** What every thread needs. All arrays are shared. */
export interface TrainingJob {
  readonly data: TrainingData;
  readonly state: TrainingState;
  readonly settings: TrainingSettings;
  /** Memory of the barrier between phases. */
  readonly barrier: Int32Array;
  readonly threads: number;
}

/** Replaces the number of columns when the training is over. */
export const NO_MORE_STEPS = -1;

/** One thread's part of a step: phases to run in order; after each, all threads wait for each other. */
export function createPhases({ data, state, settings }: TrainingJob, share: Share): readonly (() => void)[] {
  const kernels = createKernels(state.memory);
  return [
    createEmbedPhase(kernels, data.corpus, state, settings, share),
    ...createLossPhases(kernels, data, state, settings, share),
    createUpdatePhase(kernels, data.corpus.rowCount, state, settings, share),
  ];
}
