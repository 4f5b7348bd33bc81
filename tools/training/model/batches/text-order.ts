import type { Matrix } from '../kernels/matmul';
import { type Random, shuffle } from '../../random';

/**
 * The order in which papers come up as text pairs: each once, then all again in another order.
 *
 * To make batches of similar papers, we sort runs of `alike` batches by which of two random papers each paper
 * is closer to: whole topics fall together, and the cut differs every time.
 */
export function createTextOrder(papers: Int32Array, batch: number, alike: number, random: Random) {
  let order: Int32Array = new Int32Array(0);
  let position = 0;

  function shuffled(): Int32Array {
    // A batch repeats a corpus that is smaller.
    const rounds = Math.max(1, Math.ceil(batch / papers.length));
    const all = new Int32Array(papers.length * rounds);
    for (let round = 0; round < rounds; round++) all.set(papers, round * papers.length);
    shuffle(all, random);
    return all;
  }

  function gathered(all: Int32Array, units: Matrix): Int32Array {
    const run = Math.min(alike, Math.floor(all.length / batch)) * batch;
    const whole = all.subarray(0, Math.floor(all.length / run) * run);
    for (let start = 0; start < whole.length; start += run) {
      const part = whole.subarray(start, start + run);
      const [one = 0, other = 0] = [part[draw(run)], part[draw(run)]];
      const leaning = new Map(Array.from(part, (paper) => [paper, leaningOf(units, paper, one, other)]));
      part.sort((a, b) => (leaning.get(a) ?? 0) - (leaning.get(b) ?? 0) || a - b);
    }
    return inRandomOrder(whole);
  }

  function inRandomOrder(whole: Int32Array): Int32Array {
    const batches = Int32Array.from({ length: whole.length / batch }, (_, index) => index);
    shuffle(batches, random);
    const mixed = new Int32Array(whole.length);
    for (const [index, from] of batches.entries()) {
      mixed.set(whole.subarray(from * batch, (from + 1) * batch), index * batch);
    }
    return mixed;
  }

  const draw = (count: number): number => Math.floor(random() * count);

  return {
    /**
     * The papers of the next batch. With unit vectors a batch holds similar papers, so that each is a harder
     * wrong answer for the others.
     */
    next(unitsOf: (() => Matrix) | null): Int32Array {
      if (order.length - position < batch) {
        const all = shuffled();
        order = unitsOf !== null && alike > 1 ? gathered(all, unitsOf()) : all;
        position = 0;
      }
      position += batch;
      return order.subarray(position - batch, position);
    },
  };
}

/** How much closer a paper is to one than to the other. */
function leaningOf({ numbers, stride }: Matrix, paper: number, one: number, other: number): number {
  let sum = 0;
  for (let c = 0; c < stride; c++) {
    const difference = (numbers[one * stride + c] ?? 0) - (numbers[other * stride + c] ?? 0);
    sum += (numbers[paper * stride + c] ?? 0) * difference;
  }
  return sum;
}
