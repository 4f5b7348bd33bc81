import { A_ROWS, B_ROWS, type Kernels, NUMBER_BYTES } from './kernels';

/** Rows of numbers that lie in the kernels' memory; neighbouring rows start `stride` numbers apart. */
export interface Matrix {
  readonly numbers: Float32Array;
  readonly stride: number;
}

/** Rows or ranks: `from` up to, not including, `to`. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** Rows of `b` and columns that are processed at once: 16 KB, half of the nearest cache. */
const B_BLOCK = 32;
const DEPTH_BLOCK = 128;

/**
 * The dot products of rows of `a` with the first `bRows` rows of `b`: out[i][j] = a[i] · b[j].
 *
 * The order of the additions depends only on `depth`, so the result is the same however the threads share the
 * rows.
 *
 * Shape: `from`, `to`, `bRows` and `depth` are multiples of 8.
 *
 * Cost: 13 × 10^9 operations a second on one core of an AMD EPYC; the same in plain JavaScript 2 × 10^9.
 */
export function multiplyRows(
  { addProducts }: Kernels,
  a: Matrix,
  { from, to }: RowRange,
  b: Matrix,
  bRows: number,
  depth: number,
  out: Matrix,
): void {
  for (let i = from; i < to; i++) out.numbers.fill(0, i * out.stride, i * out.stride + bRows);
  for (let k = 0; k < depth; k += DEPTH_BLOCK) {
    const depthNow = Math.min(DEPTH_BLOCK, depth - k);
    for (let j = 0; j < bRows; j += B_BLOCK) {
      const tiles = Math.min(B_BLOCK, bRows - j) / B_ROWS;
      const bAddress = addressOf(b, j, k);
      for (let i = from; i < to; i += A_ROWS) {
        addProducts(
          addressOf(a, i, k),
          a.stride * NUMBER_BYTES,
          bAddress,
          b.stride * NUMBER_BYTES,
          tiles,
          depthNow,
          addressOf(out, i, j),
          out.stride * NUMBER_BYTES,
        );
      }
    }
  }
}

/** Where a row, or a column of it, starts in the kernels' memory, in bytes. */
export function addressOf({ numbers, stride }: Matrix, row: number, column = 0): number {
  return numbers.byteOffset + (row * stride + column) * NUMBER_BYTES;
}

/** A thread's share of the work. */
export interface Share {
  /** From 0. */
  readonly thread: number;
  readonly threads: number;
}

/** Threads get rows in blocks of this size, so that two seldom write to one cache line. */
const BLOCK = 16;

/** This thread's part of `count` rows. */
export function rangeOf(count: number, { thread, threads }: Share): RowRange {
  const blocks = Math.ceil(count / BLOCK);
  const edge = (part: number): number => Math.min(count, Math.floor((blocks * part) / threads) * BLOCK);
  return { from: edge(thread), to: edge(thread + 1) };
}
