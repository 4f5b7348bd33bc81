import { buildCorpus, type Corpus } from './corpus';
import { type CitingPaper, readCitations, readPapers } from '../../../collections/papers';
import { sharedInts, sharedUints } from '../threads/shared';
import { TermCollector } from './term-streams';
import { chooseVocabulary, type Vocabulary } from './vocabulary';

/** What a model learns from, in shared memory. */
export interface TrainingData {
  readonly corpus: Corpus;
  readonly papers: number;
  /** Citing papers. Query q has texts 2(papers + q) and the next, of `corpus`. */
  readonly queries: number;
  /** The query's own index among the papers, or −1. */
  readonly queryPapers: Int32Array;
  /** Query q cites the papers `cited.subarray(citedStarts[q], citedStarts[q + 1])`. */
  readonly citedStarts: Uint32Array;
  readonly cited: Int32Array;
}

/** What was read, for the person who waits. */
export interface DataReport {
  readonly papers: number;
  readonly repeatedPapers: number;
  readonly queries: number;
  readonly citations: number;
  /** Cited keys that are not in the corpus, and are left out. */
  readonly unknownCitations: number;
}

/**
 * Reads papers and citations and turns them into rows.
 *
 * Errors: `Error` in words for a missing or damaged file, and if there is nothing to learn from.
 *
 * Cost: a minute and 2 GB for 217,000 papers.
 */
export async function readTrainingData(
  paths: { readonly papers: string; readonly citations: string },
  limits: { readonly words: number; readonly phrases: number; readonly buckets: number },
): Promise<{ data: TrainingData; vocabulary: Vocabulary; report: DataReport }> {
  const collector = new TermCollector();
  const indexes = new Map<string, number>();
  let repeatedPapers = 0;
  for await (const { key, title, abstract } of readPapers(paths.papers)) {
    if (key === '') throw new Error(`${paths.papers}: the paper “${title}” has no “key”.`);
    if (indexes.has(key)) {
      repeatedPapers += 1;
      continue;
    }
    indexes.set(key, indexes.size);
    collector.add(title);
    collector.add(abstract);
  }
  if (indexes.size < 2) throw new Error(`${paths.papers} has ${indexes.size} papers: too few to learn from.`);
  const queries: CitingPaper[] = [];
  for await (const query of readCitations(paths.citations)) {
    queries.push(query);
    collector.add(query.title);
    collector.add(query.abstract);
  }
  const streams = collector.finish();
  const vocabulary = chooseVocabulary(streams, indexes.size * 2, limits);
  const citations = indexCitations(queries, indexes);
  const report = {
    papers: indexes.size,
    repeatedPapers,
    queries: queries.length,
    citations: citations.cited.length,
    unknownCitations: citations.unknown,
  };
  const corpus = buildCorpus(streams, vocabulary, limits.buckets);
  const { queryPapers, citedStarts, cited } = citations;
  return {
    data: { corpus, papers: indexes.size, queries: queries.length, queryPapers, citedStarts, cited },
    vocabulary,
    report,
  };
}

function indexCitations(queries: readonly CitingPaper[], indexes: ReadonlyMap<string, number>) {
  const queryPapers = sharedInts(queries.length);
  const citedStarts = sharedUints(queries.length + 1);
  const all: number[] = [];
  let unknown = 0;
  for (const [index, query] of queries.entries()) {
    queryPapers[index] = (query.key === null ? undefined : indexes.get(query.key)) ?? -1;
    for (const key of new Set(query.cited)) {
      const paper = indexes.get(key);
      if (paper === undefined) unknown += 1;
      else all.push(paper);
    }
    citedStarts[index + 1] = all.length;
  }
  const cited = sharedInts(all.length);
  cited.set(all);
  return { queryPapers, citedStarts, cited, unknown };
}
