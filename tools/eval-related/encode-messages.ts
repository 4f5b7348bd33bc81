import type { Line } from './read-lines';

/** What papers are read with: the contents of the files that ship. */
export interface EncodeWith {
  readonly model: ArrayBuffer;
  readonly topics: ArrayBuffer;
}

/** What a worker is started with. */
export interface EncodeSetup extends EncodeWith {
  /** The corpus file: for messages about its lines. */
  readonly file: string;
  readonly keyPrefix: string;
}

/** Lines to encode. */
export type EncodeRequest = readonly Line[];

/** The papers of the lines as a segment's bytes, null when none is wanted; or what is wrong with them. */
export type EncodeAnswer =
  | { readonly ok: true; readonly bytes: ArrayBuffer | null }
  | { readonly ok: false; readonly message: string };
