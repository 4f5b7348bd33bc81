import type { TextRow } from '../related/segments/segment-row';

/** The rows of the starter feed's papers. */
export interface StarterRows {
  /** What they were made with (`PaperEncoder.version`): rows of different versions cannot be compared. */
  readonly version: string;
  /** In the order of the papers. */
  readonly rows: readonly TextRow[];
}

const FORMAT = 1;

/**
 * The step between values of a vector's components: 6 bits instead of 8 save half a megabyte. The cosine of a
 * vector with its rounded self is .9989 on average, far closer than any two papers.
 */
const STEP = 4;

interface Header {
  readonly format: number;
  readonly version: string;
  readonly count: number;
  readonly dimensions: number;
  readonly step: number;
  /** Bytes of each part behind the header, in order. */
  readonly parts: readonly number[];
}

/**
 * The rows' file: a header (its length, then JSON), then parts with one kind of number each, which gzip
 * compresses better: components of vectors; of each row the number of its words and the steps from one word
 * id to the next; how often each word occurs; the topics' hashes, each once; of each row the number of its
 * topics and their positions in that list.
 */
export function packStarterRows({ version, rows }: StarterRows): Uint8Array {
  const dimensions = rows[0]?.vector.length ?? 0; // No rows, no components.
  const vectors = new Int8Array(rows.length * dimensions);
  const words: number[] = [];
  const repeats: number[] = [];
  const hashes = new Map<number, number>();
  const topics: number[] = [];
  for (const [position, row] of rows.entries()) {
    vectors.set(
      row.vector.map((component) => Math.round(component / STEP)),
      position * dimensions,
    );
    const counts = countEach(row.words);
    pushVarint(words, counts.size);
    let last = -1;
    for (const [word, times] of counts) {
      pushVarint(words, word - last);
      last = word;
      repeats.push(times);
    }
    pushVarint(topics, row.topics.length);
    for (const hash of row.topics) {
      if (!hashes.has(hash)) hashes.set(hash, hashes.size);
      pushVarint(topics, hashes.get(hash) ?? 0); // The line above set it.
    }
  }
  const table: number[] = [];
  for (const hash of hashes.keys()) pushVarint(table, hash);
  return join({ version, count: rows.length, dimensions }, [
    new Uint8Array(vectors.buffer),
    Uint8Array.from(words),
    Uint8Array.from(repeats),
    Uint8Array.from(table),
    Uint8Array.from(topics),
  ]);
}

/** Reads it. Errors: `Error` for bytes of another format, or cut off: the package is then damaged. */
export function unpackStarterRows(bytes: ArrayBuffer): StarterRows {
  const { header, partAt } = split(bytes);
  const { count, dimensions, step } = header;
  const components = new Int8Array(partAt(0).slice().buffer);
  const nextWord = varintReader(partAt(1));
  const repeats = partAt(2);
  const nextHash = varintReader(partAt(3));
  const nextTopic = varintReader(partAt(4));
  const hashes: number[] = [];
  let repeated = 0;

  const readWords = (): Uint16Array => {
    const read: number[] = [];
    let last = -1;
    for (let left = nextWord(); left > 0; left--) {
      last += nextWord();
      for (let times = repeats[repeated++] ?? 0; times > 0; times--) read.push(last);
    }
    return Uint16Array.from(read);
  };
  const hashAt = (position: number): number => {
    while (hashes.length <= position) hashes.push(nextHash());
    return hashes[position] ?? 0; // The line above read it.
  };
  const rows = Array.from({ length: count }, (_, position): TextRow => {
    const vector = components.subarray(position * dimensions, (position + 1) * dimensions);
    return {
      // The largest was rounded up.
      vector: vector.map((component) => Math.max(-127, Math.min(127, component * step))),
      words: readWords(),
      topics: Uint32Array.from({ length: nextTopic() }, () => hashAt(nextTopic())),
    };
  });
  return { version: header.version, rows };
}

/** How often each number occurs in an ascending list. */
function countEach(list: Uint16Array): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function join(
  { version, count, dimensions }: Pick<Header, 'count' | 'dimensions' | 'version'>,
  parts: readonly Uint8Array[],
): Uint8Array {
  const lengths = parts.map(({ length }) => length);
  const header: Header = { format: FORMAT, version, count, dimensions, step: STEP, parts: lengths };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(4 + text.length + lengths.reduce((sum, length) => sum + length, 0));
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  let end = 4 + text.length;
  for (const part of parts) {
    bytes.set(part, end);
    end += part.length;
  }
  return bytes;
}

function split(bytes: ArrayBuffer): {
  readonly header: Header;
  readonly partAt: (position: number) => Uint8Array;
} {
  const length = new DataView(bytes).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, length))) as Header; // As `join` wrote it.
  if (header.format !== FORMAT) throw new Error(`The rows have format ${header.format}, not ${FORMAT}.`);
  const partAt = (position: number): Uint8Array => {
    const before = header.parts.slice(0, position).reduce((sum, partLength) => sum + partLength, 4 + length);
    return new Uint8Array(bytes, before, header.parts[position]);
  };
  return { header, partAt };
}

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
