import { createKernelMemory, createKernels } from '../kernels/kernels';
import { addressOf, type Matrix, multiplyRows } from '../kernels/matmul';
import { KERNEL_STEP, type TrainingSettings } from '../settings';
import { createFeatureReader, MAX_FEATURES } from '../step/text-features';
import type { TrainingData } from '../reading/training-data';
import type { TrainingState } from '../step/training-state';

/** All papers and citing papers by the current vectors. Use it only while no step runs. */
export type WholeTexts = ReturnType<typeof createWholeTexts>;

/** Queries compared at once. */
const QUERY_BLOCK = 16;

/** Cost: memory for one vector of each paper, and 16 numbers more. */
export function createWholeTexts(
  data: TrainingData,
  state: TrainingState,
  { dimensions, titleWeight }: TrainingSettings,
) {
  const paperRows = Math.ceil(data.papers / KERNEL_STEP) * KERNEL_STEP;
  const memory = createKernelMemory((paperRows * (dimensions + QUERY_BLOCK) + QUERY_BLOCK * dimensions) * 4);
  let used = 0;
  const allocate = (height: number, stride: number): Matrix => {
    const numbers = new Float32Array(memory.buffer, used, height * stride);
    used += numbers.byteLength;
    return { numbers, stride };
  };
  const papers = allocate(paperRows, dimensions);
  const queries = allocate(QUERY_BLOCK, dimensions);
  const cosines = allocate(QUERY_BLOCK, paperRows);
  const kernels = createKernels(memory);
  const stateKernels = createKernels(state.memory);
  const reader = createFeatureReader(data.corpus);
  const rows = new Uint32Array(MAX_FEATURES);
  const factors = new Float32Array(MAX_FEATURES);
  // Between two steps the slot of the batch's first text is free.
  const sum = state.units.numbers.subarray(0, dimensions);

  function embed(paper: number, to: Matrix, toRow: number): void {
    const [from = 0, middle = 0, end = 0] = data.corpus.starts.subarray(paper * 2, paper * 2 + 3);
    const parts = [
      { from, to: middle, times: titleWeight },
      { from: middle, to: end, times: 1 },
    ];
    const count = reader.read(parts, 0, () => 0, { rows, factors, position: 0 });
    sum.fill(0);
    for (let feature = 0; feature < count; feature++) {
      const row = addressOf(state.vectors, rows[feature] ?? 0);
      stateKernels.addScaled(sum.byteOffset, row, factors[feature] ?? 0, dimensions);
    }
    const length = Math.sqrt(sum.reduce((squares, component) => squares + component * component, 0));
    const factor = length === 0 ? 0 : 1 / length;
    for (const [c, component] of sum.entries()) to.numbers[toRow * dimensions + c] = component * factor;
  }

  return {
    /** Unit vectors of the papers, as of the last `refresh`; shape: papers × dimensions. */
    papers,
    /** Embeds all papers anew. Cost: 3 s for 217,000 of 128 dimensions. */
    refresh(): void {
      for (let paper = 0; paper < data.papers; paper++) embed(paper, papers, paper);
    },
    /** Gives the cosines of each query with all papers. Cost: 8 s for 1,600 queries and 217,000 papers of 128. */
    compareQueries(onQuery: (query: number, cosines: Float32Array) => void): void {
      for (let first = 0; first < data.queries; first += QUERY_BLOCK) {
        const count = Math.min(QUERY_BLOCK, data.queries - first);
        for (let row = 0; row < count; row++) embed(data.papers + first + row, queries, row);
        multiplyRows(kernels, queries, { from: 0, to: QUERY_BLOCK }, papers, paperRows, dimensions, cosines);
        for (let row = 0; row < count; row++) {
          const start = row * paperRows;
          onQuery(first + row, cosines.numbers.subarray(start, start + data.papers));
        }
      }
    },
  };
}
