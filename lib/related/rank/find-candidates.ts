import { bm25Of } from './bm25';
import { type Candidate, gatherRows, keepBest, LEFT_OUT } from './candidates';
import type { RankQuery } from './rank-query';
import { countPapers } from '../segments/paper-table';
import type { RowPosition, Segment } from '../segments/segment';
import { cosineOf, dotsOf, type ScanVector, scanVector } from '../model/similarity';
import { WEIGHTS } from './weights';

/** True for a row that has what is asked for. */
export type RowFilter = (segment: Segment, row: number) => boolean;

/** Which rows may appear. */
export interface RowChoice {
  /** What rows must have. It is asked for every row; if absent, all rows may appear. */
  readonly isWanted?: RowFilter;
  /** Rows that must not appear: the paper itself. */
  readonly except?: readonly RowPosition[];
  /** Hash of a title that must not appear: versions and copies of the paper. */
  readonly exceptTitle?: number;
}

/** A row with the part of its score that comes from its words. */
export interface WordCandidate extends Candidate {
  readonly words: number;
}

/**
 * The rows that may be among the best for a query, unordered, with the sum of cosine and weighted BM25. They
 * are chosen by a part of the vectors, then by the whole vectors, then by BM25 too.
 *
 * `vector`: the query's, with the prior. `wanted`: the least number of rows, if there are as many. Cost: a
 * quarter of a cosine a row; some 10 ms for 100,000 rows.
 */
export function findCandidates(
  segments: readonly Segment[],
  { words }: RankQuery,
  vector: Float32Array,
  choice: RowChoice,
  wanted: number,
): readonly WordCandidate[] {
  const papers = countPapers(segments);
  const query = scanVector(vector);
  const rough = roughDots(segments, query, choice);
  const compared = Math.max(wordCandidates(papers), wanted);
  const scanned = Math.max(compared, Math.ceil(papers * WEIGHTS.roughShare));
  const gathered = gatherRows(segments, rough, scanned);
  const whole = gathered.map(({ segment, row }) => ({ segment, row, score: cosineOf(query, segment, row) }));
  const scored = keepBest(whole, compared).map(({ segment, row, score }) => {
    const shared = WEIGHTS.words * bm25Of(words, segment, row);
    return { segment, row, words: shared, score: score + shared };
  });
  return keepBest(scored, wanted);
}

/** The more papers there are, the more are compared by their words. */
function wordCandidates(papers: number): number {
  const { wordCandidates: most, candidates: least, roughShare } = WEIGHTS;
  return Math.min(most, Math.max(least, Math.ceil(papers * roughShare)));
}

/** The products of the first components, one column per segment; `LEFT_OUT` for rows that must not appear. */
function roughDots(
  segments: readonly Segment[],
  query: ScanVector,
  { isWanted, except = [], exceptTitle }: RowChoice,
): readonly Int32Array[] {
  const dimensions = Math.min(WEIGHTS.roughDimensions, query.length);
  const columns = segments.map((segment) => {
    const dots = dotsOf(query, segment, dimensions);
    const { count, live, titles } = segment;
    for (let row = 0; row < count; row++) {
      if (live[row] === 0 || (isWanted !== undefined && !isWanted(segment, row))) dots[row] = LEFT_OUT;
    }
    if (exceptTitle === undefined) return dots;
    // The browser's own search is twenty times as fast as testing every row.
    for (let row = titles.indexOf(exceptTitle); row !== -1; row = titles.indexOf(exceptTitle, row + 1)) {
      dots[row] = LEFT_OUT;
    }
    return dots;
  });
  for (const { segment, row } of except) columns[segments.indexOf(segment)]?.fill(LEFT_OUT, row, row + 1);
  return columns;
}
