import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { messageOf } from '../command-line';

/** One line of a file that is not blank. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** The fields of one row, not yet checked. */
export type Fields = Readonly<Record<string, unknown>>;

/** One row of a file of JSON objects. */
export interface Row {
  readonly fields: Fields;
  /** What to throw if the row has the wrong form: the message starts with file and line. */
  readonly bad: (what: string) => Error;
}

/**
 * Streams the lines of a text file, unpacked if its name ends in `.gz`.
 *
 * Errors: an `Error` that names the file if it is missing or damaged.
 */
export async function* readLines(file: string): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let number = 0;
  let rest = '';
  try {
    for await (const chunk of open(file)) {
      const pieces = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n'); // A byte stream.
      rest = pieces.pop() ?? '';
      for (const text of pieces) {
        number += 1;
        if (text.trim() !== '') yield { number, text };
      }
    }
  } catch (error) {
    throw new Error(`${file} cannot be read: ${messageOf(error)}`, { cause: error });
  }
  if (rest.trim() !== '') yield { number: number + 1, text: rest };
}

/** Streams the rows of a file, one JSON object per line. Errors: an `Error` that names file and line. */
export async function* readRows(file: string): AsyncGenerator<Row> {
  for await (const line of readLines(file)) yield parseRow(file, line);
}

/** Parses the JSON object on a line. Errors: an `Error` that names file and line. */
export function parseRow(file: string, { number, text }: Line): Row {
  const bad = (what: string) => new Error(`${file}, line ${number}: ${what}.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw bad('is not JSON');
  }
  if (!isFields(value)) throw bad('is not an object');
  return { fields: value, bad };
}

/** True for a JSON object. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function open(file: string): Readable {
  const bytes = createReadStream(file);
  if (!file.endsWith('.gz')) return bytes;
  const unpacked = createGunzip();
  bytes.on('error', (error) => unpacked.destroy(error)); // A pipe does not pass errors on.
  return bytes.pipe(unpacked);
}
