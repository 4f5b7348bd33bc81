import { componentScale } from '../segments/encode';
import type { RowPosition, Segment } from '../segments/segment';

/**
 * The scale of a query's components as integers: their products with a row's stay exact, and integers scan
 * twice as fast.
 */
const QUERY_SCALE = 1 << 12;

/**
 * One side of products whose other side is a stored vector. It has 16 bits even where 8 are enough: V8
 * compiles the product for one pair of types, and starts over when it meets another.
 */
export type ScanVector = Int16Array;

/** Prepares a vector of length 1 (or 0). */
export function scanVector(vector: Float32Array): ScanVector {
  return Int16Array.from(vector, (component) => Math.round(component * QUERY_SCALE));
}

/** Prepares a stored vector for products with others. */
export function scanStored(vectors: Int8Array, row: number, dimensions: number): ScanVector {
  return Int16Array.from(vectors.subarray(row * dimensions, (row + 1) * dimensions));
}

/**
 * Cosine of a query with a row.
 *
 * Cost: one multiply-add a component, some 0.1 µs for 128.
 */
export function cosineOf(query: ScanVector, { vectors }: Segment, row: number): number {
  const { length } = query;
  return dotOf(query, vectors, row * length, length) / (QUERY_SCALE * componentScale(length));
}

/**
 * Products of a query with all rows of a segment, over the first `dimensions` components: ordered like their
 * cosines, but whole numbers, which a freshly started worker handles several times as fast.
 *
 * Cost: some 0.1 µs a row for 128 components, on a 2-core machine.
 */
export function dotsOf(query: ScanVector, { vectors, count }: Segment, dimensions: number): Int32Array {
  const dots = new Int32Array(count);
  const { length } = query;
  for (let row = 0; row < count; row++) dots[row] = dotOf(query, vectors, row * length, dimensions);
  return dots;
}

/** Cosine of a row (`scanStored`) with another. */
export function cosineOfRows(one: ScanVector, { segment, row }: RowPosition): number {
  const { length } = one;
  return dotOf(one, segment.vectors, row * length, length) / componentScale(length) ** 2;
}

/**
 * The product of a vector's first `length` components, a multiple of four, with the stored ones from `start`
 * on.
 *
 * It uses integers only, exact within 32 bits. It is unrolled by hand, since V8 does not unroll it and this
 * is half of a look-up.
 */
export function dotOf(ones: ScanVector, others: Int8Array, start: number, length: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let left = 0; left < length; left += 4) {
    // Both runs have this length: nothing within them is undefined.
    const right = start + left;
    a = (a + Math.imul(ones[left] as number, others[right] as number)) | 0;
    b = (b + Math.imul(ones[left + 1] as number, others[right + 1] as number)) | 0;
    c = (c + Math.imul(ones[left + 2] as number, others[right + 2] as number)) | 0;
    d = (d + Math.imul(ones[left + 3] as number, others[right + 3] as number)) | 0;
  }
  return a + b + c + d;
}
