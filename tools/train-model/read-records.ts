import { type JsonLine, readJsonLines } from './read-lines';

/** A paper to learn from. */
export interface TrainingPaper {
  readonly key: string;
  readonly title: string;
  /** '' when it has none. */
  readonly abstract: string;
}

/** A paper and the keys of those that it cites. */
export interface CitingPaper {
  /** The citing paper's own key in the corpus, when it is there. */
  readonly key: string | null;
  readonly title: string;
  readonly abstract: string;
  readonly cited: readonly string[];
}

/** Errors: `Error` with file and line for a paper without key or title. */
export async function* readPapers(path: string): AsyncGenerator<TrainingPaper> {
  for await (const line of readJsonLines(path)) {
    const record = recordOf(line.value, line);
    yield {
      key: textOf(record, 'key', line),
      title: textOf(record, 'title', line),
      abstract: optionalTextOf(record, 'abstract', line) ?? '',
    };
  }
}

/** Errors: `Error` with file and line for a line without query, title or list of cited papers. */
export async function* readCitations(path: string): AsyncGenerator<CitingPaper> {
  for await (const line of readJsonLines(path)) {
    const { query, cited } = recordOf(line.value, line);
    const paper = recordOf(query, line);
    if (!Array.isArray(cited) || !cited.every((key) => typeof key === 'string')) {
      throw new Error(`${line.place}: “cited” must be a list of keys.`);
    }
    yield {
      key: optionalTextOf(paper, 'key', line),
      title: textOf(paper, 'title', line),
      abstract: optionalTextOf(paper, 'abstract', line) ?? '',
      cited,
    };
  }
}

type JsonRecord = Readonly<Record<string, unknown>>;

function recordOf(value: unknown, { place }: JsonLine): JsonRecord {
  if (typeof value !== 'object' || value === null) throw new Error(`${place}: no record.`);
  return value as JsonRecord; // Any object is a record of unknown fields.
}

function textOf(record: JsonRecord, name: string, line: JsonLine): string {
  const text = optionalTextOf(record, name, line);
  if (text === null) throw new Error(`${line.place}: “${name}” is missing.`);
  return text;
}

function optionalTextOf(record: JsonRecord, name: string, { place }: JsonLine): string | null {
  const value = record[name] ?? null;
  if (value !== null && typeof value !== 'string') throw new Error(`${place}: “${name}” must be a text.`);
  return value;
}
