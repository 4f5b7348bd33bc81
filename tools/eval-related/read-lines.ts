import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** One line of a file that is not blank. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/**
 * The lines of a text file, unpacked when its name ends in `.gz`, a few at a time: nothing else is kept.
 *
 * Errors: an `Error` that names the file when it is missing or damaged.
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
    throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  if (rest.trim() !== '') yield { number: number + 1, text: rest };
}

/** The JSON object on a line. Errors: an `Error` that names file and line. */
export function parseRow(file: string, { number, text }: Line): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badRow(file, number, 'is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRow(file, number, 'is not an object');
  }
  return value as Readonly<Record<string, unknown>>; // Just checked.
}

/** What to throw for a row of the wrong form. */
export function badRow(file: string, number: number, what: string): Error {
  return new Error(`${file}, line ${number}: ${what}.`);
}

function open(file: string): Readable {
  const bytes = createReadStream(file);
  if (!file.endsWith('.gz')) return bytes;
  const unpacked = createGunzip();
  bytes.on('error', (error) => unpacked.destroy(error)); // A pipe does not pass errors on.
  return bytes.pipe(unpacked);
}
