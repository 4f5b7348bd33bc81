import { hexChecksumOf } from '../../text/hash';
import { createVocabulary, packVocabulary, slotCount } from './vocabulary';
import { MODEL_FORMAT, type ModelHeader, TOKENIZER, type WordModel } from './word-model';

/** Magic number, then the length of the header. */
const MAGIC = 'PKWM';
const PREFIX_BYTES = 8;

/**
 * A model as the bytes of its file: magic, header length (uint32), header (JSON), then, each from a multiple
 * of 4 bytes: the vocabulary's starts (uint32), slots (uint16) and letters (`vocabulary.ts`), document
 * frequencies of the words (uint32), scales (float32), vectors (int8).
 */
export function packModel(
  header: Omit<ModelHeader, 'format' | 'tokenizer' | 'version' | 'vocabularyBytes'>,
  terms: readonly string[],
  { documentFrequencies, scales, vectors }: Pick<WordModel, 'documentFrequencies' | 'scales' | 'vectors'>,
): Uint8Array {
  const { letters, slots, starts } = packVocabulary(terms);
  const frequencies = documentFrequencies.subarray(0, header.words);
  const body = joinAligned([starts, slots, letters, frequencies, scales, vectors].map(bytesOf));
  const complete: ModelHeader = {
    ...header,
    format: MODEL_FORMAT,
    tokenizer: TOKENIZER,
    version: hexChecksumOf(body),
    vocabularyBytes: letters.length,
  };
  const json = new TextEncoder().encode(JSON.stringify(complete));
  const prefix = new Uint8Array(PREFIX_BYTES);
  prefix.set(new TextEncoder().encode(MAGIC));
  new DataView(prefix.buffer).setUint32(4, json.length, true);
  return joinAligned([prefix, json, body]);
}

/**
 * Reads the bytes of a model's file. The arrays are views of them: nothing is copied.
 *
 * Errors: `Error` for anything but a complete file of this format and tokenizer. Cost: that of reading the
 * header, under 1 ms.
 */
export function parseModel(bytes: ArrayBuffer): WordModel {
  const all = new Uint8Array(bytes);
  if (bytes.byteLength < PREFIX_BYTES || text(all.subarray(0, 4)) !== MAGIC) throw damaged('no model file');
  const headerBytes = new DataView(bytes).getUint32(4, true);
  const header = readHeader(text(all.subarray(PREFIX_BYTES, PREFIX_BYTES + headerBytes)));
  if (header.format !== MODEL_FORMAT || header.tokenizer !== TOKENIZER) {
    throw damaged(`format ${header.format}, tokenizer ${header.tokenizer}`);
  }
  const terms = header.words + header.phrases;
  const rowCount = terms + header.buckets;
  let end = aligned(PREFIX_BYTES + headerBytes);
  const next = (length: number): number => {
    const start = end;
    end += aligned(length);
    return start;
  };
  // In the order of `packModel`.
  const starts = next((terms + 1) * 4);
  const slots = next(slotCount(terms) * 2);
  const letters = next(header.vocabularyBytes);
  const frequencies = next(header.words * 4);
  const scales = next(rowCount * 4);
  const vectors = next(rowCount * header.dimensions);
  if (bytes.byteLength !== end) throw damaged('wrong length');
  const columns = {
    starts: new Uint32Array(bytes, starts, terms + 1),
    slots: new Uint16Array(bytes, slots, slotCount(terms)),
    letters: new Uint8Array(bytes, letters, header.vocabularyBytes),
  };
  if (columns.starts[terms] !== header.vocabularyBytes) throw damaged('wrong vocabulary');
  return {
    header,
    rows: createVocabulary(columns),
    documentFrequencies: new Uint32Array(bytes, frequencies, header.words),
    scales: new Float32Array(bytes, scales, rowCount),
    vectors: new Int8Array(bytes, vectors, rowCount * header.dimensions),
  };
}

/** True when the model's version is the checksum of its body: for the copy in the database. */
export function isWholeModel(bytes: ArrayBuffer, { version }: ModelHeader): boolean {
  const headerBytes = new DataView(bytes).getUint32(4, true);
  const body = new Uint8Array(bytes, aligned(PREFIX_BYTES + headerBytes));
  return hexChecksumOf(body) === version;
}

/** Detects counts that do not fit the file by its length. */
function readHeader(json: string): ModelHeader {
  try {
    return Object(JSON.parse(json)) as ModelHeader; // Written by `packModel`, or refused by its format.
  } catch (error) {
    throw damaged('its header is cut off or no JSON', error);
  }
}

const aligned = (length: number): number => (length + 3) & ~3;

function joinAligned(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + aligned(part.length), 0));
  let position = 0;
  for (const part of parts) {
    joined.set(part, position);
    position += aligned(part.length);
  }
  return joined;
}

function bytesOf(array: ArrayBufferView): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function damaged(what: string, cause?: unknown): Error {
  return new Error(`The word model cannot be read: ${what}.`, { cause });
}
