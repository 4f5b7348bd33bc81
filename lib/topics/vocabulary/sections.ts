import { hexChecksumOf } from '../../text/hash';

/** A file's parts by name, and what its header says. */
export interface Sections {
  /** Checksum of the parts, in hex. */
  readonly version: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly parts: ReadonlyMap<string, ArrayBufferView<ArrayBuffer>>;
}

interface Header {
  readonly magic: string;
  readonly version: string;
  readonly facts: Readonly<Record<string, string>>;
  /** Names and bytes, in order. */
  readonly parts: readonly (readonly [string, number])[];
}

const MAGIC = 'paperkin-topics-3';
const PREFIX_BYTES = 4;

const aligned = (length: number): number => (length + 3) & ~3;

/** A file: length of the header (uint32), header (JSON), then the parts, each from a multiple of 4 bytes. */
export function packSections({ facts, parts }: Omit<Sections, 'version'>): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array([...parts.values()].reduce((sum, part) => sum + aligned(part.byteLength), 0));
  let position = 0;
  for (const { buffer, byteOffset, byteLength } of parts.values()) {
    body.set(new Uint8Array(buffer, byteOffset, byteLength), position);
    position += aligned(byteLength);
  }
  const header: Header = {
    magic: MAGIC,
    version: hexChecksumOf(body),
    facts,
    parts: [...parts].map(([name, { byteLength }]) => [name, byteLength]),
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const start = aligned(PREFIX_BYTES + json.length);
  const file = new Uint8Array(start + body.length);
  new DataView(file.buffer).setUint32(0, json.length, true);
  file.set(json, PREFIX_BYTES);
  file.set(body, start);
  return file;
}

/**
 * The bytes of each part; views of the file, nothing is copied.
 *
 * Errors: `Error` for anything but a complete file of this format. Only `isWholeSections` detects changed
 * content. The build runs it: a package cannot change afterwards.
 */
export function readSections(bytes: ArrayBuffer): {
  readonly version: string;
  readonly facts: Sections['facts'];
  readonly parts: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
} {
  const headerBytes = bytes.byteLength < PREFIX_BYTES ? 0 : new DataView(bytes).getUint32(0, true);
  const { magic, version, facts, parts: sizes } = readHeader(bytes, headerBytes);
  if (magic !== MAGIC) throw damagedTopics('it is no file of this format');
  let start = aligned(PREFIX_BYTES + headerBytes);
  const length = sizes.reduce((sum, [, size]) => sum + aligned(size), start);
  if (length !== bytes.byteLength) throw damagedTopics('it is incomplete');
  const parts = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const [name, size] of sizes) {
    parts.set(name, new Uint8Array(bytes, start, size));
    start += aligned(size);
  }
  return { version, facts, parts };
}

/** True when the parts have not changed since they were packed. Cost: 3 ms in a freshly started worker. */
export function isWholeSections(bytes: ArrayBuffer): boolean {
  const { version, parts } = readSections(bytes);
  const [first] = parts.values();
  return hexChecksumOf(new Uint8Array(bytes, first?.byteOffset ?? 0)) === version;
}

function readHeader(bytes: ArrayBuffer, length: number): Header {
  const none: Header = { magic: '', version: '', facts: {}, parts: [] };
  if (length === 0 || PREFIX_BYTES + length > bytes.byteLength) return none;
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, PREFIX_BYTES, length)));
    return { ...none, ...(json as Header) }; // Written by `packSections`, or refused by its magic.
  } catch {
    return none; // Any other file.
  }
}

/** The error of reading a file of topics. */
export function damagedTopics(why: string): Error {
  return new Error(`The file of topics cannot be read: ${why}. Build it with npm run train:topics.`);
}
