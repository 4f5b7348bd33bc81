import type { Line } from '../collections/json-lines';
import type { Encoder } from './encoder';
import { paperOfLine } from './rows';

/** The contents of the shipped files, with which papers are read. */
export interface EncodeWith {
  readonly model: ArrayBuffer;
  readonly topics: ArrayBuffer;
}

/** What a thread starts with. */
export interface EncodeSetup extends EncodeWith {
  /** The corpus file, for messages about its lines. */
  readonly file: string;
  readonly keyPrefix: string;
}

/** Lines to encode. */
export type EncodeRequest = readonly Line[];

/** The papers of the lines as a segment's bytes, null if none is wanted; or what is wrong with them. */
export type EncodeAnswer =
  | { readonly ok: true; readonly bytes: ArrayBuffer | null }
  | { readonly ok: false; readonly message: string };

/**
 * Packs the papers of some lines as a segment's bytes; null if none is wanted.
 *
 * Errors: an `Error` that names file and line.
 */
export function encodeLines(
  encoder: Encoder,
  { file, keyPrefix }: Pick<EncodeSetup, 'file' | 'keyPrefix'>,
  lines: EncodeRequest,
): ArrayBuffer | null {
  const papers = lines.map((line) => paperOfLine(file, line)).filter(({ key }) => key.startsWith(keyPrefix));
  return papers.length === 0 ? null : encoder.pack(papers);
}
