import { type Baseline, createBm25, createTfIdf } from './baselines';
import type { Ranker } from './evaluate';
import { createIndexBuilder } from './inverted-index';
import { readLines } from '../collections/json-lines';
import { type CorpusQuery, type EvalPaper, paperOfLine, type PoolQuery } from './rows';

/** The baselines over the papers of a corpus file. Cost: 217,284 papers take about 60 s and 1 GB. */
export async function corpusBaselines(
  file: string,
  keyPrefix: string,
  limit: number,
): Promise<readonly Ranker<CorpusQuery>[]> {
  const { keys, baselines } = await indexed(papersOf(file, keyPrefix));
  return baselines.map((baseline) => ({
    name: baseline.name,
    rank: ({ text, ownKey }) => bestOf(baseline.score(text), keys, { limit, from: 0, ownKey }),
  }));
}

/** The baselines for pools. They learn how rare a word is from all pools and, if given, the corpus file. */
export async function poolBaselines(
  queries: readonly PoolQuery[],
  file: string | null,
  keyPrefix: string,
): Promise<readonly Ranker<PoolQuery>[]> {
  const { keys, baselines } = await indexed(papersOf(file, keyPrefix, queries));
  const positions = new Map(keys.map((key, position) => [key, position]));
  return baselines.map((baseline) => ({
    name: baseline.name,
    rank: ({ text, pool }) => {
      const scores = baseline.score(text);
      const poolKeys = pool.map(({ key }) => key);
      const poolScores = Float64Array.from(poolKeys, (key) => scores[positions.get(key) ?? -1] ?? 0);
      return bestOf(poolScores, poolKeys, { limit: poolKeys.length, from: -1, ownKey: null });
    },
  }));
}

async function* papersOf(
  file: string | null,
  keyPrefix: string,
  queries: readonly PoolQuery[] = [],
): AsyncGenerator<EvalPaper> {
  for (const { pool } of queries) yield* pool;
  if (file === null) return;
  for await (const line of readLines(file)) {
    const paper = paperOfLine(file, line);
    if (paper.key.startsWith(keyPrefix)) yield paper;
  }
}

/** If two papers share a key, the first counts. */
async function indexed(
  papers: AsyncIterable<EvalPaper>,
): Promise<{ readonly keys: readonly string[]; readonly baselines: readonly Baseline[] }> {
  const keys = new Set<string>();
  const builder = createIndexBuilder();
  for await (const paper of papers) {
    if (keys.has(paper.key)) continue;
    keys.add(paper.key);
    builder.add(paper);
  }
  const index = builder.finish();
  return { keys: [...keys], baselines: [createBm25(index), createTfIdf(index)] };
}

/** A key with its score: one position of a ranking. */
export type Ranked = readonly [key: string, score: number];

/**
 * The best of many scores, highest first; the key breaks ties. Leaves out scores of `from` or less.
 *
 * Cost: one sort of all scores, some 15 ms for 200,000.
 */
export function bestOf(
  scores: Float64Array,
  keys: readonly string[],
  { limit, from, ownKey }: { readonly limit: number; readonly from: number; readonly ownKey: string | null },
): readonly Ranked[] {
  // One extra, for the query itself.
  const least = Math.max(from, scores.toSorted().at(-limit - 1) ?? -Infinity);
  const best: Ranked[] = [];
  for (const [position, score] of scores.entries()) {
    const key = keys[position] ?? '';
    if (score >= least && score > from && key !== ownKey) best.push([key, score]);
  }
  return best.toSorted(([keyA, a], [keyB, b]) => b - a || (keyA < keyB ? -1 : 1)).slice(0, limit);
}
