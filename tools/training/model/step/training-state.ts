import { createKernelMemory } from '../kernels/kernels';
import type { Matrix } from '../kernels/matmul';
import type { TrainingSettings } from '../settings';
import { sharedDoubles, sharedFloats, sharedInts, sharedUints } from '../threads/shared';
import { MAX_FEATURES } from './text-features';

/**
 * The arrays of one training, in shared memory: the vectors being learnt, and the batch that goes through the
 * phases of a step.
 *
 * A batch has `batch` rows (the left texts of its pairs) and `columns` columns (the right texts, then further
 * wrong answers). Its texts are numbered: rows first, then columns.
 */
export interface TrainingState {
  /** What the kernels compute on; all matrices lie in it. */
  readonly memory: WebAssembly.Memory;
  /** Shape: rows of the model × dimensions. */
  readonly vectors: Matrix;
  /** Gradients of the rows that occur in the batch; shape as `vectors`. */
  readonly rowGradients: Matrix;
  /** Running means of the gradient and of its square, for Adam; shape as `vectors`. */
  readonly firstMoments: Matrix;
  readonly secondMoments: Matrix;

  /** Direction of the papers that get cited, added to a citing paper's unit vector; shape: 1 × dimensions. */
  readonly prior: Matrix;
  readonly priorGradient: Matrix;
  readonly priorFirstMoment: Matrix;
  readonly priorSecondMoment: Matrix;

  /** `[step, columns, steps that used the prior up to this one, or 0 when this one does not]`. */
  readonly plan: Int32Array;
  /** `[learning rate, share of features left out, learning rate of the prior]`. */
  readonly rates: Float64Array;
  /** Four for each text: start and end of its title and of its other part, in the corpus's entries. */
  readonly ranges: Uint32Array;
  /** Query whose cited papers are not wrong answers for the row, or −1. */
  readonly rowQueries: Int32Array;
  /** Paper that the row's text is of, or −1. */
  readonly rowPapers: Int32Array;
  readonly columnPapers: Int32Array;
  /** How much a column counts as a wrong answer in the softmax over a row. */
  readonly columnWeights: Float32Array;
  /** First column of each paper of the corpus, or −1; and the next column of the same paper, or −1. */
  readonly firstColumn: Int32Array;
  readonly nextColumn: Int32Array;

  /** Rows and factors of each text, `MAX_FEATURES` positions each. */
  readonly featureRows: Uint32Array;
  readonly featureFactors: Float32Array;
  readonly featureCounts: Uint32Array;
  /** Length of each text's sum of vectors, and that sum at length 1 (shape: texts × dimensions). */
  readonly lengths: Float32Array;
  readonly units: Matrix;
  /** Units of rows, with the prior where the batch uses it; shape: batch × dimensions. */
  readonly rowVectors: Matrix;
  /** The vectors of rows and the units of columns once more, dimension by dimension. */
  readonly rowsTransposed: Matrix;
  readonly columnsTransposed: Matrix;
  /** Rows × columns: similarities, then their exponentials, then the loss's gradient; and that transposed. */
  readonly pairs: Matrix;
  readonly pairsTransposed: Matrix;
  readonly rowSums: Float64Array;
  readonly columnSums: Float64Array;
  /** Loss of each row. */
  readonly losses: Float64Array;
  /** Gradient of the loss by each of `rowVectors`. */
  readonly rowPulls: Matrix;
  /** Gradient of the loss by each text's sum of vectors; shape as `units`. */
  readonly gradients: Matrix;
}

/** Rows a power of two apart would share slots of the nearest cache; this offsets them. */
const STRIDE_PADDING = 16;
const NUMBER_BYTES = 4;

/** Allocates the arrays, all zeros. Cost: 150 MB with a batch of 1,024, as many negatives, 40,000 rows of 128. */
export function createTrainingState(
  { batch, dimensions, hardNegatives, negatives }: TrainingSettings,
  rowCount: number,
  papers: number,
): TrainingState {
  const columns = batch + negatives + batch * hardNegatives;
  const texts = batch + columns;
  const shapes = {
    vectors: [rowCount, dimensions],
    rowGradients: [rowCount, dimensions],
    firstMoments: [rowCount, dimensions],
    secondMoments: [rowCount, dimensions],
    prior: [1, dimensions],
    priorGradient: [1, dimensions],
    priorFirstMoment: [1, dimensions],
    priorSecondMoment: [1, dimensions],
    units: [texts, dimensions],
    rowVectors: [batch, dimensions],
    rowPulls: [batch, dimensions],
    gradients: [texts, dimensions],
    rowsTransposed: [dimensions, batch + STRIDE_PADDING],
    columnsTransposed: [dimensions, columns + STRIDE_PADDING],
    pairs: [batch, columns + STRIDE_PADDING],
    pairsTransposed: [columns, batch + STRIDE_PADDING],
  } as const;
  const numbers = Object.values(shapes).reduce((sum, [height, stride]) => sum + height * stride, 0);
  const memory = createKernelMemory(numbers * NUMBER_BYTES);
  let used = 0;
  const allocate = ([height, stride]: readonly [number, number]): Matrix => {
    const matrix = { numbers: new Float32Array(memory.buffer, used, height * stride), stride };
    used += height * stride * NUMBER_BYTES;
    return matrix;
  };
  return {
    memory,
    vectors: allocate(shapes.vectors),
    rowGradients: allocate(shapes.rowGradients),
    firstMoments: allocate(shapes.firstMoments),
    secondMoments: allocate(shapes.secondMoments),
    prior: allocate(shapes.prior),
    priorGradient: allocate(shapes.priorGradient),
    priorFirstMoment: allocate(shapes.priorFirstMoment),
    priorSecondMoment: allocate(shapes.priorSecondMoment),
    plan: sharedInts(3),
    rates: sharedDoubles(3),
    ranges: sharedUints(texts * 4),
    rowQueries: sharedInts(batch),
    rowPapers: sharedInts(batch),
    columnPapers: sharedInts(columns).fill(-1),
    columnWeights: sharedFloats(columns),
    firstColumn: sharedInts(papers).fill(-1),
    nextColumn: sharedInts(columns),
    featureRows: sharedUints(texts * MAX_FEATURES),
    featureFactors: sharedFloats(texts * MAX_FEATURES),
    featureCounts: sharedUints(texts),
    lengths: sharedFloats(texts),
    units: allocate(shapes.units),
    rowVectors: allocate(shapes.rowVectors),
    rowPulls: allocate(shapes.rowPulls),
    rowsTransposed: allocate(shapes.rowsTransposed),
    columnsTransposed: allocate(shapes.columnsTransposed),
    pairs: allocate(shapes.pairs),
    pairsTransposed: allocate(shapes.pairsTransposed),
    rowSums: sharedDoubles(batch),
    columnSums: sharedDoubles(batch),
    losses: sharedDoubles(batch),
    gradients: allocate(shapes.gradients),
  };
}
