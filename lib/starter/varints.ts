/**
 * Appends a whole number below 2^32 in 7-bit groups, smallest first, as protocol buffers and DWARF do
 * (LEB128).
 */
export function pushVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  bytes.push(rest);
}

/** Reads numbers one after another. Errors: `RangeError` past the end. */
export function varintReader(bytes: Uint8Array): () => number {
  let position = 0;
  return () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[position++];
      if (byte === undefined) throw new RangeError('A list of numbers is cut off.');
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  };
}
