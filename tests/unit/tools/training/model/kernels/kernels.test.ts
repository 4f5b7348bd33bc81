import { describe, expect, it } from 'vitest';
import {
  ADAM,
  createKernelMemory,
  createKernels,
} from '../../../../../../tools/training/model/kernels/kernels';
import { addressOf, type Matrix, multiplyRows } from '../../../../../../tools/training/model/kernels/matmul';
import { createRandom } from '../../../../../../tools/training/random';

function bench(...shapes: readonly (readonly [height: number, stride: number])[]) {
  const memory = createKernelMemory(shapes.reduce((sum, [height, stride]) => sum + height * stride * 4, 0));
  const random = createRandom(1);
  let used = 0;
  const matrices = shapes.map(([height, stride]): Matrix => {
    const numbers = new Float32Array(memory.buffer, used, height * stride).map(() => random() - 0.5);
    const placed = new Float32Array(memory.buffer, used, height * stride);
    placed.set(numbers);
    used += placed.byteLength;
    return { numbers: placed, stride };
  });
  return { kernels: createKernels(memory), matrices };
}

describe('multiplyRows', () => {
  it.each([
    [8, 8, 8],
    [16, 40, 136],
    [24, 72, 264],
  ])('gives the dot products of %d by %d rows of %d numbers', (aRows, bRows, depth) => {
    const { kernels, matrices } = bench([aRows, depth + 16], [bRows, depth], [aRows, bRows + 16]);
    const [a, b, out] = matrices as [Matrix, Matrix, Matrix]; // As many as shapes.

    multiplyRows(kernels, a, { from: 0, to: aRows }, b, bRows, depth, out);

    for (let i = 0; i < aRows; i++) {
      for (let j = 0; j < bRows; j++) {
        let sum = 0;
        for (let k = 0; k < depth; k++) {
          sum += (a.numbers[i * a.stride + k] ?? 0) * (b.numbers[j * b.stride + k] ?? 0);
        }
        expect(out.numbers[i * out.stride + j]).toBeCloseTo(sum, 4);
      }
    }
  });

  it('returns the same bits however the rows are split, and touches no others', () => {
    const { kernels, matrices } = bench([16, 136], [24, 136], [16, 24], [16, 24]);
    const [a, b, whole, parts] = matrices as [Matrix, Matrix, Matrix, Matrix]; // As many as shapes.
    const untouched = parts.numbers.slice(8 * 24);

    multiplyRows(kernels, a, { from: 0, to: 16 }, b, 24, 136, whole);
    multiplyRows(kernels, a, { from: 0, to: 8 }, b, 24, 136, parts);
    expect(parts.numbers.slice(8 * 24)).toEqual(untouched);
    multiplyRows(kernels, a, { from: 8, to: 16 }, b, 24, 136, parts);

    expect(parts.numbers).toEqual(whole.numbers);
  });
});

describe('addScaled', () => {
  it('adds a multiple of one row to another', () => {
    const { kernels, matrices } = bench([3, 16]);
    const [matrix] = matrices as [Matrix]; // As many as shapes.
    const before = matrix.numbers.slice();

    kernels.addScaled(addressOf(matrix, 1), addressOf(matrix, 2), 0.5, 16);

    const expected = before.map((number, place) =>
      place >= 16 && place < 32 ? number + 0.5 * (before[place + 16] ?? 0) : number,
    );
    expect(matrix.numbers).toEqual(expected);
  });
});

describe('moveByAdam', () => {
  it('takes the step of Adam', () => {
    const { kernels, matrices } = bench([4, 8]);
    const [matrix] = matrices as [Matrix]; // As many as shapes.
    for (let c = 24; c < 32; c++) matrix.numbers[c] = Math.abs(matrix.numbers[c] ?? 0);
    const before = matrix.numbers.slice();
    const [rate, correction] = [0.1, 3];

    kernels.moveByAdam(
      ...([addressOf(matrix, 0), addressOf(matrix, 1), addressOf(matrix, 2), addressOf(matrix, 3)] as const),
      ...([8, rate, correction] as const),
    );

    for (let c = 0; c < 8; c++) {
      const [vector = 0, gradient = 0, first = 0, second = 0] = [0, 8, 16, 24].map(
        (start) => before[start + c],
      );
      const newFirst = ADAM.firstDecay * first + (1 - ADAM.firstDecay) * gradient;
      const newSecond = ADAM.secondDecay * second + (1 - ADAM.secondDecay) * gradient ** 2;
      expect(matrix.numbers[c + 16]).toBeCloseTo(newFirst, 5);
      expect(matrix.numbers[c + 24]).toBeCloseTo(newSecond, 5);
      expect(matrix.numbers[c]).toBeCloseTo(
        vector - (rate * newFirst) / (Math.sqrt(newSecond * correction) + ADAM.epsilon),
        5,
      );
    }
  });
});
