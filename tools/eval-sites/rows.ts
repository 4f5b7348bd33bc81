import { readFileSync } from 'node:fs';

/** What the index says about a URL or a page. Null: there is none; absent: not known. */
export interface Expected {
  readonly isPaper?: boolean;
  readonly isPaperPage?: boolean;
  readonly arxivId?: string | null;
  readonly version?: number | null;
  readonly doi?: string | null;
  readonly pmid?: string | null;
  readonly title?: string | null;
  readonly firstAuthor?: string | null;
  /** Compared when it is a whole day. */
  readonly date?: string | null;
  readonly primaryCategory?: string | null;
  /** Names the site if the host does not. */
  readonly site?: string;
}

/** One line of an index: a URL alone, or with the page saved from it. */
export interface Row {
  readonly url: string | null;
  /** Relative to the index's folder. */
  readonly file?: string;
  /** The host, if the URL is not known. */
  readonly site?: string;
  readonly expected: Expected;
}

/** Reads an index, one JSON object a line. */
export function readRows(file: string): readonly Row[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Row); // Documented above.
}
