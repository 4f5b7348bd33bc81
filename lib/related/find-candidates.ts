import { bm25Of } from './bm25';
import { type Candidate, gatherRows, keepBest } from './candidates';
import type { RankQuery } from './rank-query';
import type { RowFilter } from './row-filter';
import type { RowPlace, Segment } from './segment';
import { cosineOf, cosinesOf, type ScanVector, scanVector } from './similarity';
import { WEIGHTS } from './weights';

/** Which rows may be found. */
export interface RowChoice {
  /** What papers must be like. Asked of every row; absent, none is asked. */
  readonly isWanted?: RowFilter;
  /** Rows that may not appear: the paper itself. */
  readonly except?: readonly RowPlace[];
  /** Hash of a title that may not appear: versions and copies of the paper. */
  readonly exceptTitle?: number;
}

/** How many rows are found. */
export interface CandidateLimits {
  /** Papers in all segments. */
  readonly papers: number;
  /** At least so many are kept, when there are. */
  readonly atLeast: number;
  /** Keeps every row of a title, not the best alone. */
  readonly keepsCopies: boolean;
}

/**
 * The rows that may be among the best for a query, in no order, with the sum of cosine and weighted BM25: by
 * a part of the vectors, then by all of them, then by BM25 too.
 *
 * `vector`: the query's, with the prior. Cost: a quarter of a cosine a row; some 10 ms for 100,000 rows.
 */
export function findCandidates(
  segments: readonly Segment[],
  { words }: RankQuery,
  vector: Float32Array,
  choice: RowChoice,
  { papers, atLeast, keepsCopies }: CandidateLimits,
): readonly Candidate[] {
  const query = scanVector(vector);
  const rough = roughCosines(segments, query, choice);
  const compared = Math.max(WEIGHTS.wordCandidates, atLeast);
  const scanned = Math.max(compared, Math.ceil(papers * WEIGHTS.roughShare));
  const gathered = gatherRows(segments, rough, scanned, { keepsCopies });
  const whole = gathered.map(({ segment, row }) => ({ segment, row, score: cosineOf(query, segment, row) }));
  const scored = keepBest(whole, compared).map(({ segment, row, score }) => {
    return { segment, row, score: score + WEIGHTS.words * bm25Of(words, segment, row) };
  });
  return keepBest(scored, Math.max(WEIGHTS.candidates, atLeast));
}

/** The cosines by a part of the components, a column a segment; -Infinity for rows that may not appear. */
function roughCosines(
  segments: readonly Segment[],
  query: ScanVector,
  { isWanted, except = [], exceptTitle }: RowChoice,
): readonly Float32Array[] {
  const dimensions = Math.min(WEIGHTS.roughDimensions, query.length);
  const columns = segments.map((segment) => {
    const cosines = cosinesOf(query, segment, dimensions);
    const { count, live, titles } = segment;
    for (let row = 0; row < count; row++) {
      if (live[row] === 0 || (isWanted !== undefined && !isWanted(segment, row))) cosines[row] = -Infinity;
    }
    if (exceptTitle === undefined) return cosines;
    // The browser's own search is twenty times as fast as asking every row.
    for (let row = titles.indexOf(exceptTitle); row !== -1; row = titles.indexOf(exceptTitle, row + 1)) {
      cosines[row] = -Infinity;
    }
    return cosines;
  });
  for (const { segment, row } of except) columns[segments.indexOf(segment)]?.fill(-Infinity, row, row + 1);
  return columns;
}
