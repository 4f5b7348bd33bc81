/**
 * Writes WebAssembly modules, as far as the kernels need.
 *
 * Source: WebAssembly Core Specification 2.0, section 5 (binary format).
 */

/** Instructions, as their bytes. */
export type Code = readonly number[];

/** A function that takes numbers and returns nothing. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: readonly WasmType[];
  /** Types of the other locals, numbered after the parameters. */
  readonly locals: readonly WasmType[];
  readonly body: Code;
}

/** Types of parameters and locals. */
export type WasmType = keyof typeof TYPES;

const TYPES = { i32: 0x7f, f32: 0x7d, v128: 0x7b };
const MAGIC_AND_VERSION = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const SIMD = 0xfd;
const VOID = 0x40;

/** Instructions; those with arguments are functions. Four numbers of 32 bits lie in one v128. */
export const op = {
  get: (local: number): Code => [0x20, ...unsigned(local)],
  set: (local: number): Code => [0x21, ...unsigned(local)],
  i32: (value: number): Code => [0x41, ...signed(value)],
  i32Add: [0x6a],
  i32Subtract: [0x6b],
  i32ShiftLeft: [0x74],
  f32: (value: number): Code => [0x43, ...new Uint8Array(Float32Array.of(value).buffer)],
  f32Add: [0x92],
  f32Load: [0x2a, 2, 0],
  f32Store: [0x38, 2, 0],
  splat: [SIMD, 0x13],
  lane: (lane: number): Code => [SIMD, 0x1f, lane],
  load: (offset = 0): Code => [SIMD, 0x00, 2, ...unsigned(offset)],
  store: (offset = 0): Code => [SIMD, 0x0b, 2, ...unsigned(offset)],
  zero: [SIMD, 0x0c, ...Array.from({ length: 16 }, () => 0)],
  add: [SIMD, 0xe4, 0x01],
  subtract: [SIMD, 0xe5, 0x01],
  multiply: [SIMD, 0xe6, 0x01],
  divide: [SIMD, 0xe7, 0x01],
  squareRoot: [SIMD, 0xe3, 0x01],
  /** Repeats until the local, decreased by `step` after each round, is 0. */
  loop: (local: number, step: number, body: Code): Code =>
    join(
      [0x03, VOID],
      body,
      op.get(local),
      op.i32(step),
      op.i32Subtract,
      [0x22, ...unsigned(local)],
      [0x0d, 0, 0x0b],
    ),
} as const;

/** Instructions one after the other. */
export function join(...parts: readonly Code[]): Code {
  return parts.flat();
}

/** The bytes of a module that computes on a shared memory, which it imports as `env.memory`. */
export function wasmModule(functions: readonly WasmFunction[], maxPages: number): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters }) => [
    0x60,
    ...list(parameters.map((type) => [TYPES[type]])),
    0,
  ]);
  const memory = [...name('env'), ...name('memory'), 0x02, 0x03, ...unsigned(1), ...unsigned(maxPages)];
  const exported = functions.map((each, index) => [...name(each.name), 0x00, ...unsigned(index)]);
  return Uint8Array.from(
    join(
      MAGIC_AND_VERSION,
      section(1, list(types)),
      section(2, list([memory])),
      section(3, list(functions.map((_, index) => unsigned(index)))),
      section(7, list(exported)),
      section(10, list(functions.map(functionCode))),
    ),
  );
}

function functionCode({ locals, body }: WasmFunction): Code {
  const code = [...list(locals.map((type) => [1, TYPES[type]])), ...body, 0x0b];
  return [...unsigned(code.length), ...code];
}

function section(id: number, content: Code): Code {
  return [id, ...unsigned(content.length), ...content];
}

function list(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items.flat()];
}

function name(text: string): Code {
  return list(Array.from(new TextEncoder().encode(text), (byte) => [byte]));
}

/** LEB128: seven bits a byte, the lowest first. */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: number): Code {
  return value >= -0x40 && value < 0x40 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}
