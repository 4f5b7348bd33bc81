import { createKernelMemory, NUMBER_BYTES } from '../kernels/kernels';
import type { Matrix } from '../kernels/matmul';
import type { TrainingSettings } from '../settings';
import { sharedDoubles, sharedFloats, sharedInts, sharedUints } from '../threads/shared';
import { MAX_FEATURES } from './text-features';

/** Rows a power of two apart would share slots of the nearest cache; this offsets them. */
const STRIDE_PADDING = 16;

/**
 * The arrays of one training, in shared memory: the vectors being learnt, and the batch that goes through the
 * phases of a step.
 *
 * A batch has `batch` rows (the left texts of its pairs) and `columns` columns (the right texts, then further
 * wrong answers). Its texts are numbered: rows first, then columns.
 */
export type TrainingState = ReturnType<typeof createTrainingState>;

/** Allocates the arrays, all zeros. Cost: 150 MB with a batch of 1,024, as many negatives, 40,000 rows of 128. */
export function createTrainingState(
  { batch, dimensions, hardNegatives, negatives }: TrainingSettings,
  rowCount: number,
  papers: number,
) {
  const columns = batch + negatives + batch * hardNegatives;
  const texts = batch + columns;
  return {
    ...createMatrices({
      vectors: [rowCount, dimensions],
      /** Gradients of the rows that occur in the batch. */
      rowGradients: [rowCount, dimensions],
      /** Running means of the gradient and of its square, for Adam. */
      firstMoments: [rowCount, dimensions],
      secondMoments: [rowCount, dimensions],

      /** Direction of the papers that get cited, added to a citing paper's unit vector. */
      prior: [1, dimensions],
      priorGradient: [1, dimensions],
      priorFirstMoment: [1, dimensions],
      priorSecondMoment: [1, dimensions],

      /** Each text's sum of vectors, at length 1. */
      units: [texts, dimensions],
      /** Units of rows, with the prior where the batch uses it. */
      rowVectors: [batch, dimensions],
      /** Gradient of the loss by each of `rowVectors`. */
      rowPulls: [batch, dimensions],
      /** Gradient of the loss by each text's sum of vectors. */
      gradients: [texts, dimensions],
      /** The vectors of rows and the units of columns once more, dimension by dimension. */
      rowsTransposed: [dimensions, batch + STRIDE_PADDING],
      columnsTransposed: [dimensions, columns + STRIDE_PADDING],
      /** Similarities, then their exponentials, then the loss's gradient; and that transposed. */
      pairs: [batch, columns + STRIDE_PADDING],
      pairsTransposed: [columns, batch + STRIDE_PADDING],
    }),

    /** `[step, columns, steps that used the prior up to this one, or 0 when this one does not]`. */
    plan: sharedInts(3),
    /** `[learning rate, share of features left out, learning rate of the prior]`. */
    rates: sharedDoubles(3),
    /** Four for each text: start and end of its title and of its other part, in the corpus's entries. */
    ranges: sharedUints(texts * 4),
    /** Query whose cited papers are not wrong answers for the row, or −1. */
    rowQueries: sharedInts(batch),
    /** Paper that the row's text is of, or −1. */
    rowPapers: sharedInts(batch),
    columnPapers: sharedInts(columns).fill(-1),
    /** How much a column counts as a wrong answer in the softmax over a row. */
    columnWeights: sharedFloats(columns),
    /** First column of each paper of the corpus, or −1; and the next column of the same paper, or −1. */
    firstColumn: sharedInts(papers).fill(-1),
    nextColumn: sharedInts(columns),

    /** Rows and factors of each text, `MAX_FEATURES` positions each. */
    featureRows: sharedUints(texts * MAX_FEATURES),
    featureFactors: sharedFloats(texts * MAX_FEATURES),
    featureCounts: sharedUints(texts),
    /** Length of each text's sum of vectors. */
    lengths: sharedFloats(texts),
    rowSums: sharedDoubles(batch),
    columnSums: sharedDoubles(batch),
    /** Loss of each row. */
    losses: sharedDoubles(batch),
  };
}

/** Matrices of these shapes (height × stride), and the memory that they all lie in: the kernels compute on it. */
function createMatrices<T extends string>(shapes: Readonly<Record<T, readonly [number, number]>>) {
  const all = Object.entries<readonly [number, number]>(shapes);
  const numbers = all.reduce((sum, [, [height, stride]]) => sum + height * stride, 0);
  const memory = createKernelMemory(numbers * NUMBER_BYTES);
  let used = 0;
  const matrices = all.map(([name, [height, stride]]): [string, Matrix] => {
    const matrix = { numbers: new Float32Array(memory.buffer, used, height * stride), stride };
    used += matrix.numbers.byteLength;
    return [name, matrix];
  });
  return { memory, ...(Object.fromEntries(matrices) as Readonly<Record<T, Matrix>>) }; // One for each shape.
}
