import type { PaperText } from '../../lib/related/segments/paper-words';
import { type Fields, isFields, type Line, parseRow, readRows } from '../collections/json-lines';

/** A paper of the corpus or of a pool. */
export interface EvalPaper extends PaperText {
  readonly key: string;
  readonly abstract: string;
}

/** A paper of a pool. Without grades (all 0) a pool can be ranked but not measured. */
export interface GradedPaper extends EvalPaper {
  readonly grade: number;
}

interface Query {
  /** As the file has it. */
  readonly id: number | string;
  readonly text: PaperText;
}

/** A paper whose relevant papers are in the whole corpus. */
export interface CorpusQuery extends Query {
  readonly kind: 'corpus';
  /** The query's own key, never among its results. */
  readonly ownKey: string;
  readonly cited: readonly string[];
}

/** A paper with a pool of its own to rank. */
export interface PoolQuery extends Query {
  readonly kind: 'pool';
  /** Each key once: if two papers share a key, the first counts. */
  readonly pool: readonly GradedPaper[];
}

/** Reads one paper of a corpus file. Errors: an `Error` that names file and line. */
export function paperOfLine(file: string, line: Line): EvalPaper {
  const { fields, bad } = parseRow(file, line);
  return paperOf(fields, bad);
}

/**
 * Reads all queries; a file holds one kind of them.
 *
 * Errors: an `Error` that names file and line.
 */
export async function readQueries(file: string): Promise<readonly CorpusQuery[] | readonly PoolQuery[]> {
  const ofCorpus: CorpusQuery[] = [];
  const ofPools: PoolQuery[] = [];
  for await (const { fields, bad } of readRows(file)) {
    const query = queryOf(fields, bad);
    if (query.kind === 'corpus') ofCorpus.push(query);
    else ofPools.push(query);
    if (ofCorpus.length > 0 && ofPools.length > 0) {
      throw bad('a file holds queries with "cited" or with "pool", not both');
    }
  }
  if (ofCorpus.length + ofPools.length === 0) throw new Error(`${file} holds no queries.`);
  return ofPools.length > 0 ? ofPools : ofCorpus;
}

function queryOf(row: Fields, bad: (what: string) => Error): CorpusQuery | PoolQuery {
  const { query, cited, pool } = row;
  if (!isFields(query)) throw bad('"query" is not an object');
  const id = [row['id'], query['id']].find(isId);
  if (id === undefined) throw bad('neither the row nor its query has an "id"');
  const common = { id, text: textsOf(query, 'the query', bad) };
  if (Array.isArray(pool)) return { ...common, kind: 'pool', pool: poolOf(pool, bad) };
  if (!Array.isArray(cited)) throw bad('has neither a list "cited" nor a list "pool"');
  if (!cited.every(isId)) throw bad('"cited" holds something that is no key');
  const ownKey = String(isId(query['key']) ? query['key'] : id);
  return { ...common, kind: 'corpus', ownKey, cited: cited.map(String) };
}

function poolOf(pool: readonly unknown[], bad: (what: string) => Error): readonly GradedPaper[] {
  const papers = new Map<string, GradedPaper>();
  for (const entry of pool) {
    if (!isFields(entry)) throw bad('"pool" holds something that is no object');
    const grade = entry['grade'] ?? 0;
    if (typeof grade !== 'number' || !Number.isFinite(grade) || grade < 0) {
      throw bad('a "grade" is no number from 0 up');
    }
    const paper = paperOf(entry, bad);
    if (!papers.has(paper.key)) papers.set(paper.key, { ...paper, grade });
  }
  return [...papers.values()];
}

function paperOf(row: Fields, bad: (what: string) => Error): EvalPaper {
  if (!isId(row['key'])) throw bad('a paper has no "key"');
  const key = String(row['key']);
  return { key, ...textsOf(row, `the paper ${key}`, bad) };
}

/** A paper may lack an abstract and even a title (null); a missing field is a mistake in the file. */
function textsOf(
  { title, abstract = null }: Fields,
  of: string,
  bad: (what: string) => Error,
): { readonly title: string; readonly abstract: string } {
  if (title === undefined) throw bad(`${of} has no "title"`);
  if (!isTextOrNull(title)) throw bad(`"title" of ${of} is no text`);
  if (!isTextOrNull(abstract)) throw bad(`"abstract" of ${of} is no text`);
  return { title: title ?? '', abstract: abstract ?? '' };
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

/** Ids and keys are texts, but some files write them as numbers. */
function isId(value: unknown): value is number | string {
  return typeof value === 'number' || (typeof value === 'string' && value !== '');
}
