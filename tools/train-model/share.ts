import type { RowRange } from './matmul';

/** Which part of the work a thread does. */
export interface Share {
  /** From 0. */
  readonly thread: number;
  readonly threads: number;
}

/** Rows are dealt out in blocks of this many, so that two threads seldom write to one cache line. */
const BLOCK = 16;

/** This thread's part of `count` rows. */
export function rangeOf(count: number, { thread, threads }: Share): RowRange {
  const blocks = Math.ceil(count / BLOCK);
  const edge = (place: number): number => Math.min(count, Math.floor((blocks * place) / threads) * BLOCK);
  return { from: edge(thread), to: edge(thread + 1) };
}
