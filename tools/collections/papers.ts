import { type Fields, isFields, readRows, type Row } from './json-lines';

/** A paper as the training programs read it; a text that the file does not give is ''. */
export interface CollectedPaper {
  readonly key: string;
  readonly title: string;
  readonly abstract: string;
  readonly keywords: readonly string[];
  /** The day of its list: `2026-06-30`. */
  readonly date: string;
}

/** A paper and the keys of those that it cites. */
export interface CitingPaper {
  /** The citing paper's own key in the corpus, if it is there. */
  readonly key: string | null;
  readonly title: string;
  readonly abstract: string;
  readonly cited: readonly string[];
}

/** Streams rows `{key?, title, abstract?, keywords?, date?}`. Errors: an `Error` that names file and line. */
export async function* readPapers(file: string): AsyncGenerator<CollectedPaper> {
  for await (const { fields, bad } of readRows(file)) {
    const { keywords } = fields;
    yield {
      key: optionalText(fields, 'key', bad) ?? '',
      title: requiredText(fields, 'title', bad),
      abstract: optionalText(fields, 'abstract', bad) ?? '',
      keywords: Array.isArray(keywords) ? keywords.filter((keyword) => typeof keyword === 'string') : [],
      date: optionalText(fields, 'date', bad) ?? '',
    };
  }
}

/** Streams rows `{query: {key?, title, abstract?}, cited}`. Errors: an `Error` that names file and line. */
export async function* readCitations(file: string): AsyncGenerator<CitingPaper> {
  for await (const { fields, bad } of readRows(file)) {
    const { query, cited } = fields;
    if (!isFields(query)) throw bad('“query” must be an object');
    if (!Array.isArray(cited) || !cited.every((key) => typeof key === 'string')) {
      throw bad('“cited” must be a list of keys');
    }
    yield {
      key: optionalText(query, 'key', bad),
      title: requiredText(query, 'title', bad),
      abstract: optionalText(query, 'abstract', bad) ?? '',
      cited,
    };
  }
}

function requiredText(fields: Fields, name: string, bad: Row['bad']): string {
  const text = optionalText(fields, name, bad);
  if (text === null) throw bad(`“${name}” is missing`);
  return text;
}

function optionalText(fields: Fields, name: string, bad: Row['bad']): string | null {
  const value = fields[name] ?? null;
  if (value !== null && typeof value !== 'string') throw bad(`“${name}” must be a text`);
  return value;
}
