import { bm25Of } from './bm25';
import { countPapers } from '../segments/paper-table';
import type { RankQuery } from './rank-query';
import type { RowPosition, Segment } from '../segments/segment';
import { cosineOf, dotsOf, type ScanVector, scanVector } from '../model/similarity';
import { WEIGHTS } from './weights';

/** A row with its first score. */
export interface Candidate extends RowPosition {
  readonly score: number;
}

/** Which rows may appear. */
export interface RowChoice {
  /** What rows must have. It is asked for every row; if absent, all rows may appear. */
  readonly isWanted?: (segment: Segment, row: number) => boolean;
  /** Rows that must not appear: the paper itself. */
  readonly except?: readonly RowPosition[];
  /** Hash of a title that must not appear: versions and copies of the paper. */
  readonly exceptTitle?: number;
}

/** A row with the part of its score that comes from its words. */
export interface WordCandidate extends Candidate {
  readonly words: number;
}

/** The score of a row that must not appear. */
export const LEFT_OUT = -(2 ** 30);
/**
 * The number of scores from which the floor is estimated. The browser sorts them faster than we could count
 * all.
 */
const SAMPLE = 2048;
/** Lets in more rows than the sample suggests, so that there are rarely too few. */
const MARGIN = 1.15;

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

/**
 * The best rows by a score, unordered, since sorting costs more than finding. Of rows with the same title
 * (versions and copies of one work) only the best counts.
 *
 * Shape: at least `limit` rows if there are as many, and all others that score as high as the worst of them.
 * Rows scored `LEFT_OUT` are left out. Cost: linear in the rows.
 */
export function gatherRows(
  segments: readonly Segment[],
  scores: readonly Int32Array[],
  limit: number,
): readonly Candidate[] {
  const rows = scores.reduce((sum, { length }) => sum + length, 0);
  const sample = sampleOf(scores, rows);
  // Copies drop out: more rows are let in until there are enough, or none are left.
  for (let wanted = limit * MARGIN; ; wanted *= 2) {
    const position = sample.length - Math.ceil((wanted * sample.length) / Math.max(1, rows));
    const floor = sample[position] ?? LEFT_OUT; // All are wanted.
    const gathered = gather(segments, scores, floor);
    if (gathered.length >= limit || floor === LEFT_OUT) return gathered;
  }
}

/** The candidates that score at least as high as the one at the limit, unordered. Cost: sorts numbers only. */
function keepBest<T extends Candidate>(candidates: readonly T[], limit: number): readonly T[] {
  if (candidates.length <= limit) return candidates;
  const scores = Float64Array.from(candidates, ({ score }) => score).toSorted();
  const least = scores[scores.length - limit] ?? 0;
  return candidates.filter(({ score }) => score >= least);
}

/** At most `limit` candidates, best first. */
export function bestOf<T extends Candidate>(candidates: readonly T[], limit: number): readonly T[] {
  return keepBest(candidates, limit).toSorted(byScore).slice(0, limit);
}

/** Best first; of equals the smaller key. */
export function byScore(one: Candidate, other: Candidate): number {
  if (one.score !== other.score) return other.score - one.score;
  return one.segment.keyOf(one.row) < other.segment.keyOf(other.row) ? -1 : 1;
}

/** Evenly spaced scores, ascending. */
function sampleOf(scores: readonly Int32Array[], rows: number): Int32Array {
  const step = Math.max(1, Math.floor(rows / SAMPLE));
  const sample = new Int32Array(Math.ceil(rows / step));
  let taken = 0;
  let row = 0;
  for (const column of scores) {
    for (; row < column.length; row += step) sample[taken++] = column[row] ?? 0; // Within the column.
    row -= column.length;
  }
  return sample.subarray(0, taken).toSorted();
}

function gather(
  segments: readonly Segment[],
  scores: readonly Int32Array[],
  floor: number,
): readonly Candidate[] {
  const byTitle = new Map<number, Candidate>();
  for (const [position, segment] of segments.entries()) {
    const column = scores[position] ?? new Int32Array();
    for (let row = 0; row < column.length; row++) {
      const score = column[row] as number; // A score a row.
      if (score < floor || score === LEFT_OUT) continue;
      const candidate = { segment, row, score };
      const title = segment.titles[row] ?? 0;
      const known = byTitle.get(title);
      if (known === undefined || byScore(candidate, known) < 0) byTitle.set(title, candidate);
    }
  }
  return [...byTitle.values()];
}
