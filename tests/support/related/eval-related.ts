import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EncodeWith } from '../../../tools/eval-related/encoder';
import type { CorpusQuery, EvalPaper, PoolQuery } from '../../../tools/eval-related/rows';
import { topicsBytes } from './topics';
import { wordModelBytes } from './word-model';

/** A small model, and topics of two names. */
export function evalFiles(): EncodeWith {
  return {
    model: wordModelBytes(),
    topics: topicsBytes({ 'flow matching': 0.6, 'coding agent': 0.6 }),
  };
}

/** A paper of the corpus. */
export function evalPaper(key: string, title: string, abstract = ''): EvalPaper {
  return { key, title, abstract };
}

/** A query whose relevant papers are in the corpus. */
export function corpusQuery(title: string, ownKey: string, cited: readonly string[] = []): CorpusQuery {
  return { kind: 'corpus', id: ownKey, text: { title }, ownKey, cited };
}

/** A query with a pool of its own; a grade and a title for each key. */
export function poolQuery(
  title: string,
  pool: Readonly<Record<string, readonly [grade: number, title: string]>>,
): PoolQuery {
  return {
    kind: 'pool',
    id: 'a query',
    text: { title },
    pool: Object.entries(pool).map(([key, [grade, text]]) => ({ ...evalPaper(key, text), grade })),
  };
}

/** A new file with this content. */
export async function newFile(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'paperkin-eval-')), name);
  await writeFile(file, content);
  return file;
}

/** A new file with a row of JSON on each line. */
export async function jsonLines(rows: readonly unknown[]): Promise<string> {
  return newFile('rows.jsonl', rows.map((row) => JSON.stringify(row)).join('\n'));
}
