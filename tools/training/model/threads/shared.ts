/** Arrays that all threads see. */

export function sharedFloats(length: number): Float32Array {
  return new Float32Array(new SharedArrayBuffer(length * 4));
}

export function sharedDoubles(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(length * 8));
}

export function sharedInts(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(length * 4));
}

export function sharedUints(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * 4));
}

/** A copy that all threads see. */
export function sharedCopy(numbers: ArrayLike<number>): Uint32Array {
  const copy = sharedUints(numbers.length);
  copy.set(numbers);
  return copy;
}
