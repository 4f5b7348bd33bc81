import * as v from 'valibot';
import { AppError } from '../errors';
import { type SavedPaper, toFileEntry } from '../model/saved';
import { savedSchema } from '../schemas';

const FORMAT = 'paperkin-reading-list';
const VERSION = 1;

/** What a file held. */
export interface ReadingFile {
  readonly entries: readonly SavedPaper[];
  /** Entries that are not saved papers. */
  readonly dropped: number;
}

/** The reading list as a JSON text that `parseReadingFile` reads back without loss. */
export function formatReadingFile(entries: readonly SavedPaper[]): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, papers: entries.map(toFileEntry) }, null, 2);
}

/**
 * Reads an exported list, entry by entry.
 *
 * Errors: `AppError` `bad-file` when the text is not JSON, or not a reading list of a known version.
 */
export function parseReadingFile(text: string): ReadingFile {
  const envelope = v.object({
    format: v.literal(FORMAT),
    version: v.literal(VERSION),
    papers: v.array(v.unknown()),
  });
  const file = v.safeParse(envelope, parseJson(text));
  if (!file.success) {
    throw new AppError(
      'bad-file',
      `Expected a ${FORMAT} file of version ${VERSION}: ${v.summarize(file.issues)}`,
    );
  }
  const parsed = file.output.papers.map((entry) => v.safeParse(savedSchema, entry));
  const entries = parsed.flatMap((result) => (result.success ? [result.output] : []));
  return { entries, dropped: parsed.length - entries.length };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('bad-file', 'The file is not JSON.', { cause: error });
  }
}
