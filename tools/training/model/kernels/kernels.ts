import { type Code, join, op, type WasmFunction, wasmModule } from './wasm';

/**
 * The inner loops of the training, as WebAssembly with four numbers at a time (SIMD). Pointers and strides
 * are in bytes; counts are multiples of 8, so nothing is left over.
 */
export interface Kernels {
  /** Out[2 × 4 × tiles] += the dot products of two rows of `a` with 4 × `tiles` rows of `b`. */
  readonly addProducts: (
    a: number,
    aStride: number,
    b: number,
    bStride: number,
    tiles: number,
    depth: number,
    out: number,
    outStride: number,
  ) => void;
  /** To += factor × from. */
  readonly addScaled: (to: number, from: number, factor: number, count: number) => void;
  /**
   * A step of Adam: moves `count` numbers by their gradients.
   *
   * `rate` and `correction` are already corrected for the moments' start at zero.
   */
  readonly moveByAdam: (
    vectors: number,
    gradients: number,
    firstMoments: number,
    secondMoments: number,
    count: number,
    rate: number,
    correction: number,
  ) => void;
}

/** Decay of Adam's moments, and what keeps its quotient finite. Source: Kingma and Ba 2015. */
export const ADAM = { firstDecay: 0.9, secondDecay: 0.999, epsilon: 1e-8 } as const;

const PAGE_BYTES = 0x1_00_00;
export const NUMBER_BYTES = 4;
/** Bytes of one v128. */
const STEP = 16;
/** Rows of each side that `addProducts` takes at once. */
export const A_ROWS = 2;
export const B_ROWS = 4;

/** Allocates a memory of at least this many bytes, shared by all threads. */
export function createKernelMemory(bytes: number): WebAssembly.Memory {
  const pages = Math.ceil(bytes / PAGE_BYTES);
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
}

/** Compiles the kernels for a memory. Every thread makes its own. Cost: some milliseconds. */
export function createKernels(memory: WebAssembly.Memory): Kernels {
  const pages = memory.buffer.byteLength / PAGE_BYTES;
  const bytes = wasmModule([addProducts(), addScaled(), moveByAdam()], pages);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  return exports as unknown as Kernels; // The module above exports just these.
}

/**
 * Two rows by four, so that the eight sums and the numbers of each step fit into the 16 registers.
 *
 * Locals: parameters 0 to 7; 8 and 9 rows of a, 10 to 13 rows of b, 14 rest of the depth; then the sums, the
 * numbers of b and the number of a.
 */
function addProducts(): WasmFunction {
  const [a, aStride, b, bStride, tiles, depth, out, outStride] = [0, 1, 2, 3, 4, 5, 6, 7];
  const [firstA, firstB, rest, firstSum] = [8, 10, 14, 15];
  const bValues = firstSum + A_ROWS * B_ROWS;
  const aValue = bValues + B_ROWS;
  const aRows = rowsFrom(firstA, A_ROWS);
  const bRows = rowsFrom(firstB, B_ROWS);
  const cells = aRows.flatMap((_, i) => bRows.map((_row, j) => ({ i, j, sum: firstSum + i * B_ROWS + j })));

  const multiplyStep = (offset: number): Code =>
    join(
      ...bRows.map((row, j) => join(op.get(row), op.load(offset), op.set(bValues + j))),
      ...aRows.map((row, i) =>
        join(
          join(op.get(row), op.load(offset), op.set(aValue)),
          ...cells
            .filter((cell) => cell.i === i)
            .map(({ j, sum }) =>
              join(op.get(sum), op.get(aValue), op.get(bValues + j), op.multiply, op.add, op.set(sum)),
            ),
        ),
      ),
    );
  const lane = (sum: number, number: number): Code => join(op.get(sum), op.lane(number));
  const addSum = ({ i, j, sum }: (typeof cells)[number]): Code => {
    const row = i === 0 ? op.get(out) : join(op.get(out), op.get(outStride), op.i32Add);
    const address = join(row, op.i32(j * NUMBER_BYTES), op.i32Add);
    const halves = [join(lane(sum, 0), lane(sum, 1), op.f32Add), join(lane(sum, 2), lane(sum, 3), op.f32Add)];
    return join(address, address, op.f32Load, ...halves, op.f32Add, op.f32Add, op.f32Store);
  };
  // The last row's pointer is at the end of what was read: go back by that, then on by a row.
  const nextTile = join(op.get(bStride), op.get(depth), op.i32(2), op.i32ShiftLeft, op.i32Subtract);
  const tile = join(
    join(op.get(a), op.set(firstA), op.get(a), op.get(aStride), op.i32Add, op.set(firstA + 1)),
    join(op.get(b), op.set(firstB)),
    ...bRows.slice(1).map((row) => join(op.get(row - 1), op.get(bStride), op.i32Add, op.set(row))),
    ...cells.map(({ sum }) => join(op.zero, op.set(sum))),
    join(op.get(depth), op.set(rest)),
    op.loop(rest, (2 * STEP) / NUMBER_BYTES, [
      ...multiplyStep(0),
      ...multiplyStep(STEP),
      ...advance([...aRows, ...bRows], 2 * STEP),
    ]),
    ...cells.map(addSum),
    join(op.get(firstB + B_ROWS - 1), nextTile, op.i32Add, op.set(b)),
    advance([out], B_ROWS * NUMBER_BYTES),
  );
  return {
    name: 'addProducts',
    parameters: ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
    locals: [
      ...Array.from({ length: A_ROWS + B_ROWS + 1 }, () => 'i32' as const),
      ...Array.from({ length: A_ROWS * B_ROWS + B_ROWS + 1 }, () => 'v128' as const),
    ],
    body: op.loop(tiles, 1, tile),
  };
}

function addScaled(): WasmFunction {
  const [to, from, factor, count, factors] = [0, 1, 2, 3, 4];
  const addStep = (offset: number): Code =>
    join(
      join(op.get(to), op.get(to), op.load(offset)),
      join(op.get(from), op.load(offset), op.get(factors), op.multiply, op.add, op.store(offset)),
    );
  return {
    name: 'addScaled',
    parameters: ['i32', 'i32', 'f32', 'i32'],
    locals: ['v128'],
    body: join(
      join(op.get(factor), op.splat, op.set(factors)),
      op.loop(count, 8, join(addStep(0), addStep(STEP), advance([to, from], 2 * STEP))),
    ),
  };
}

/**
 * Locals: parameters 0 to 6; 7 gradient, 8 first and 9 second moment, 10 and 11 parameters 5 and 6 in all
 * lanes.
 */
function moveByAdam(): WasmFunction {
  const [vectors, gradients, firstMoments, secondMoments, count, rate, correction] = [0, 1, 2, 3, 4, 5, 6];
  const [gradient, first, second, rates, corrections] = [7, 8, 9, 10, 11];
  const constant = (value: number): Code => join(op.f32(value), op.splat);
  /** Moment = (1 − decay) × what is on the stack + decay × moment. */
  const blend = (moment: number, pointer: number, decay: number): Code =>
    join(
      join(constant(1 - decay), op.multiply),
      join(op.get(pointer), op.load(), constant(decay), op.multiply, op.add, op.set(moment)),
      join(op.get(pointer), op.get(moment), op.store()),
    );
  const root = join(op.get(second), op.get(corrections), op.multiply, op.squareRoot);
  const move = join(
    join(op.get(vectors), op.get(vectors), op.load()),
    join(op.get(first), op.get(rates), op.multiply),
    join(root, constant(ADAM.epsilon), op.add, op.divide, op.subtract, op.store()),
  );
  return {
    name: 'moveByAdam',
    parameters: ['i32', 'i32', 'i32', 'i32', 'i32', 'f32', 'f32'],
    locals: ['v128', 'v128', 'v128', 'v128', 'v128'],
    body: join(
      join(op.get(rate), op.splat, op.set(rates), op.get(correction), op.splat, op.set(corrections)),
      op.loop(
        count,
        STEP / NUMBER_BYTES,
        join(
          join(op.get(gradients), op.load(), op.set(gradient), op.get(gradient)),
          blend(first, firstMoments, ADAM.firstDecay),
          join(op.get(gradient), op.get(gradient), op.multiply),
          blend(second, secondMoments, ADAM.secondDecay),
          move,
          advance([vectors, gradients, firstMoments, secondMoments], STEP),
        ),
      ),
    ),
  };
}

function advance(pointers: readonly number[], bytes: number): Code {
  return join(...pointers.map((pointer) => join(op.get(pointer), op.i32(bytes), op.i32Add, op.set(pointer))));
}

function rowsFrom(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, row) => first + row);
}
