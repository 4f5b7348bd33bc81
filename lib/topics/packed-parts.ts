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

/** Texts without line breaks as bytes. */
export function bytesOfLines(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(lines.join('\n'));
}

/** The lines of such bytes by their place; parted when the first is asked for. */
export function readLines(bytes: Uint8Array): (place: number) => string {
  let lines: readonly string[] | null = null;
  return (place) => {
    lines ??= new TextDecoder().decode(bytes).split('\n');
    return lines[place] ?? '';
  };
}
