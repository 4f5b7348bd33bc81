import { readFile } from 'node:fs/promises';
import type { PaperTable } from '../../lib/related/segments/paper-table';
import { messageOf, type ProgressStream } from '../command-line';
import { corpusBaselines, poolBaselines } from './baseline-rankers';
import { encodeCorpus } from './encode-corpus';
import { createEncoder, type EncodeWith } from './encoder';
import { corpusEngine, poolEngine } from './engine-rankers';
import { evaluateCorpus, evaluatePools, type Evaluation, type Ranker } from './evaluate';
import type { EvalOptions } from './options';
import type { NamedEvaluation } from './report';
import { type CorpusQuery, type PoolQuery, readQueries } from './rows';

/** Length of a ranking of the whole corpus. */
const LIMIT = 1000;

/**
 * Ranks what the options ask for: first with the extension's ranking, then with the baselines.
 *
 * Errors: an `Error` in words, with file and line, for a file that is missing or has the wrong form.
 */
export async function runEvaluation(options: EvalOptions): Promise<readonly NamedEvaluation[]> {
  const queries = await readQueries(options.queries);
  const files = await readShipped(options);
  return isPools(queries) ? runPools(options, files, queries) : runCorpus(options, files, queries);
}

async function runCorpus(
  { corpus, keyPrefix, hasBaselines }: EvalOptions,
  files: EncodeWith,
  queries: readonly CorpusQuery[],
): Promise<readonly NamedEvaluation[]> {
  if (corpus === null) throw new Error('--corpus FILE is missing: these queries have no pools.');
  const encoder = createEncoder(files);
  const reading = startStep('papers encoded');
  const table = await encodeCorpus({
    ...files,
    file: corpus,
    keyPrefix,
    encoder,
    onProgress: reading.update,
  });
  reading.end(table.count);
  if (table.count === 0) {
    throw new Error(`${corpus} holds no papers${keyPrefix === '' ? '' : ` with keys in ${keyPrefix}`}.`);
  }
  const keys = keysOf(table);
  const evaluate = (ranker: Ranker<CorpusQuery>) => evaluateCorpus(ranker, queries, keys);
  const ours = evaluated([corpusEngine(encoder, table, LIMIT)], evaluate);
  if (!hasBaselines) return ours;
  const indexing = startStep('papers indexed for the baselines');
  const baselines = await corpusBaselines(corpus, keyPrefix, LIMIT);
  indexing.end(table.count);
  return [...ours, ...evaluated(baselines, evaluate)];
}

async function runPools(
  { corpus, keyPrefix, hasBaselines }: EvalOptions,
  files: EncodeWith,
  queries: readonly PoolQuery[],
): Promise<readonly NamedEvaluation[]> {
  const baselines = hasBaselines ? await poolBaselines(queries, corpus, keyPrefix) : [];
  return evaluated([poolEngine(createEncoder(files)), ...baselines], (ranker) =>
    evaluatePools(ranker, queries),
  );
}

function evaluated<TRanker extends { readonly name: string }>(
  rankers: readonly TRanker[],
  evaluate: (ranker: TRanker) => Evaluation,
): readonly NamedEvaluation[] {
  return rankers.map((ranker) => {
    const ranking = startStep(`queries ranked by ${ranker.name}`);
    const evaluation = evaluate(ranker);
    ranking.end(evaluation.rankings.length);
    return { name: ranker.name, evaluation };
  });
}

/** The model and the topics as the package has them. */
async function readShipped({ model, topics }: EvalOptions): Promise<EncodeWith> {
  const [modelBytes, topicsBytes] = await Promise.all([readBytes(model), readBytes(topics)]);
  return { model: modelBytes.buffer, topics: topicsBytes.buffer };
}

async function readBytes(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(file)); // A copy: a small file's bytes are part of a larger buffer.
  } catch (error) {
    throw new Error(`${file} cannot be read: ${messageOf(error)}`, { cause: error });
  }
}

function isPools(queries: readonly CorpusQuery[] | readonly PoolQuery[]): queries is readonly PoolQuery[] {
  return queries[0]?.kind === 'pool'; // A file holds one kind of queries.
}

function keysOf({ segments }: PaperTable): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const segment of segments) {
    for (let row = 0; row < segment.count; row++) keys.add(segment.keyOf(row));
  }
  return keys;
}

/** Starts a long step, named by what it counts. Progress goes to standard error, figures to standard output. */
export function startStep(name: string, stream: ProgressStream = process.stderr) {
  const startedMs = performance.now();
  return {
    /** Reports how many are done; shown only on a terminal. */
    update: (count: number): void => {
      if (stream.isTTY) stream.write(`\r${count} ${name} …`);
    },
    /** Reports how many were done, and how long it took. */
    end(count: number): void {
      const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
      stream.write(`${stream.isTTY ? '\r\x1b[K' : ''}${count} ${name} in ${seconds} s\n`);
    },
  };
}
