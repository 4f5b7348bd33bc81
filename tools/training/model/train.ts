import { createBarrierMemory } from './threads/barrier';
import { createBatchSource } from './batches/batches';
import { principalAxes } from './writing/principal-axes';
import { createRandom, mixSeeds, normal } from '../random';
import { createSchedule, learningRateAt, type PairKind } from './batches/schedule';
import type { TrainingSettings } from './settings';
import { startThreads } from './threads/threads';
import type { TrainingData } from './reading/training-data';
import { createTrainingState } from './step/training-state';
import { createWholeTexts } from './batches/whole-texts';

/** One finished step. */
export interface StepReport {
  /** From 1. */
  readonly step: number;
  readonly steps: number;
  readonly kind: PairKind;
  /** Mean over the batch of −ln(the softmax's share of the right column). */
  readonly loss: number;
}

/** What was learnt. */
export interface Trained {
  /** Shape: rows of the corpus × `keptDimensions`. */
  readonly vectors: Float32Array;
  /** Direction of the papers that get cited; all zeros without citations. Shape: `keptDimensions`. */
  readonly prior: Float32Array;
}

/** Steps between two pauses for messages and signals. */
const STEPS_BETWEEN_PAUSES = 8;

/**
 * Learns the vectors. The same data, settings and seed give the same bytes with any number of threads.
 *
 * Errors: `Error` if a thread fails or the loss is not a number.
 */
export async function train(
  data: TrainingData,
  documentFrequencies: Uint32Array,
  settings: TrainingSettings,
  threads: number,
  onStep: (report: StepReport) => void,
): Promise<Trained> {
  const state = createTrainingState(settings, data.corpus.rowCount, data.papers);
  setStartVectors(state.vectors.numbers, documentFrequencies, data.papers, settings);
  const random = createRandom(mixSeeds(settings.seed, 2));
  const texts = createWholeTexts(data, state, settings);
  const source = createBatchSource(data, state, settings, texts, random);
  if (source.textPapers === 0) throw new Error('No paper has an abstract to learn from.');
  const schedule = createSchedule(settings, source, random);
  const team = startThreads({ data, state, settings, barrier: createBarrierMemory(), threads });
  let priorSteps = 0;
  let failure: unknown = null;
  try {
    for (const [step, kind] of schedule.entries()) {
      state.plan[0] = step;
      const rate = learningRateAt(settings, step, schedule.length);
      const usesPrior = kind === 'citation' && settings.priorRate > 0;
      if (usesPrior) priorSteps += 1;
      state.plan[2] = usesPrior ? priorSteps : 0;
      state.rates[0] = rate;
      state.rates[2] = (settings.priorRate * rate) / settings.learningRate;
      source.draw(kind, step / schedule.length);
      team.step();
      const loss = state.losses.reduce((sum, one) => sum + one, 0) / settings.batch;
      if (!Number.isFinite(loss)) throw new Error(`The loss of step ${step + 1} is no number.`);
      onStep({ step: step + 1, steps: schedule.length, kind, loss });
      if (step % STEPS_BETWEEN_PAUSES === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  } catch (error) {
    failure = error;
  }
  // A thread's own message explains more than the fact that it failed.
  await team.close();
  if (failure !== null) throw failure;
  texts.refresh();
  const { dimensions, keptDimensions } = settings;
  const turn = principalAxes(texts.papers.numbers, data.papers, dimensions, keptDimensions);
  return { vectors: turn(state.vectors.numbers), prior: turn(state.prior.numbers) };
}

/** Sets random directions, longer for rarer rows. */
function setStartVectors(
  vectors: Float32Array,
  documentFrequencies: Uint32Array,
  papers: number,
  { dimensions, rarity, seed }: TrainingSettings,
): void {
  const random = createRandom(mixSeeds(seed, 1));
  // A word of one paper in 400, common among those that tell something, starts at length 1.
  const ordinary = 6;
  for (const [row, frequency] of documentFrequencies.entries()) {
    const inverse = Math.max(0.1, Math.log(papers / (frequency + 1)));
    const length = (inverse / ordinary) ** rarity / Math.sqrt(dimensions);
    for (let c = 0; c < dimensions; c++) vectors[row * dimensions + c] = normal(random) * length;
  }
}
