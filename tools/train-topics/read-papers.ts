import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** A paper as the training reads it. */
export interface TrainingPaper {
  readonly key: string;
  readonly title: string;
  readonly abstract: string;
  readonly keywords: readonly string[];
  /** The day of its list: `2026-06-30`; empty when the row has none. */
  readonly date: string;
}

/**
 * Reads papers from a file of JSON lines (`.jsonl`, `.jsonl.gz`), one after the other.
 *
 * Errors: `Error` with the line's number for a line that is no JSON object with a title.
 */
export async function* readPapers(file: string): AsyncGenerator<TrainingPaper> {
  const bytes = createReadStream(file);
  const lines = createInterface({ input: file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes });
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() === '') continue;
    yield paperOf(line, `${file}, line ${number}`);
  }
}

function paperOf(line: string, position: string): TrainingPaper {
  const row: unknown = parse(line, position);
  if (!isRecord(row) || typeof row['title'] !== 'string') throw new Error(`${position}: no title`);
  const { key, abstract, keywords, date } = row;
  return {
    key: textOf(key),
    title: row['title'],
    abstract: textOf(abstract),
    keywords: Array.isArray(keywords) ? keywords.filter((keyword) => typeof keyword === 'string') : [],
    date: textOf(date),
  };
}

function parse(line: string, position: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new Error(`${position}: no JSON`, { cause: error });
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
