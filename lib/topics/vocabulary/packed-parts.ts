type NumberArray =
  | Float32ArrayConstructor
  | Int8ArrayConstructor
  | Uint16ArrayConstructor
  | Uint32ArrayConstructor;

/** Bytes as numbers, in place; they lie at a multiple of four. */
export function numbersOf<T extends NumberArray>(
  type: T,
  { buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>,
): InstanceType<T> {
  return new type(buffer, byteOffset, byteLength / type.BYTES_PER_ELEMENT) as InstanceType<T>;
}

/** Texts as bytes: their number, where each ends in UTF-16 units (both uint32), then all in UTF-8. */
export function packTexts(texts: readonly string[]): Uint8Array<ArrayBuffer> {
  let end = 0;
  const table = Uint32Array.from([texts.length, ...texts.map(({ length }) => (end += length))]);
  const encoded = new TextEncoder().encode(texts.join(''));
  const bytes = new Uint8Array(table.byteLength + encoded.length);
  bytes.set(new Uint8Array(table.buffer));
  bytes.set(encoded, table.byteLength);
  return bytes;
}

/**
 * The texts of such bytes by their place; '' beyond the last. They are decoded when the first is asked for,
 * as one: cut apart, ten thousand terms take longer than tagging a paper.
 */
export function readTexts(bytes: Uint8Array<ArrayBuffer>): (position: number) => string {
  const [count = 0] = numbersOf(Uint32Array, bytes.subarray(0, 4));
  const ends = numbersOf(Uint32Array, bytes.subarray(4, 4 + count * 4));
  let whole: string | null = null;
  return (position) => {
    whole ??= new TextDecoder().decode(bytes.subarray(4 + count * 4));
    return whole.slice(ends[position - 1] ?? 0, ends[position] ?? 0);
  };
}
