import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** One line of a JSONL file, parsed. */
export interface JsonLine {
  readonly value: unknown;
  /** File and line number, for messages. */
  readonly place: string;
}

/**
 * The lines of a JSONL file, gunzipped when its name ends in `.gz`; empty lines are passed over.
 *
 * Errors: `Error` that names the file when it is missing or damaged, and the line when that is no JSON.
 */
export async function* readJsonLines(path: string): AsyncGenerator<JsonLine> {
  let number = 0;
  for await (const line of readLines(path)) {
    number += 1;
    if (line.trim() === '') continue;
    const place = `${path}, line ${number}`;
    yield { value: parse(line, place), place };
  }
}

async function* readLines(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  // An error of the file reaches the reader through the stream that `pipeline` gives.
  const stream = path.endsWith('.gz') ? pipeline(file, createGunzip(), () => undefined) : file;
  stream.setEncoding('utf8');
  let rest = '';
  try {
    for await (const chunk of stream) {
      const lines = `${rest}${String(chunk)}`.split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    throw new Error(`${path} cannot be read: ${messageOf(error)}`, { cause: error });
  }
  if (rest !== '') yield rest;
}

function parse(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new Error(`${place} is no JSON: ${messageOf(error)}`, { cause: error });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
