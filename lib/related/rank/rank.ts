import {
  bestOf,
  byScore,
  type Candidate,
  findCandidates,
  type RowChoice,
  type WordCandidate,
} from './candidates';
import { spreadOut } from './diversity';
import { componentScale, toUnit } from '../segments/encode';
import { countPapers } from '../segments/paper-table';
import type { RankQuery } from './rank-query';
import type { RowPosition, Segment } from '../segments/segment';
import { topicsAt } from '../segments/segment-row';
import { cosineOf, type ScanVector, scanVector } from '../model/similarity';
import { MAX_SHARED, WEIGHTS } from './weights';

/** What narrows and orders an answer. Everything applies inside the search, not after the cut. */
export interface RankOptions extends RowChoice {
  readonly limit: number;
  /** How many of them are returned, from the first on. @default limit */
  readonly first?: number;
  /** Among the papers that are close enough to be worth a row. */
  readonly sort?: 'closest' | 'newest' | 'upvoted';
}

/** A paper of the answer. */
export interface RankedRow extends RowPosition {
  /** Sum of the parts that `explain` gives; comparable within one answer only. */
  readonly score: number;
  /** Of its vector with `Ranking.vector`. */
  readonly cosine: number;
  /** Score relative to the best, 0 to 1. */
  readonly closeness: number;
}

export interface Ranking extends ScoredRows {
  readonly rows: readonly RankedRow[];
  /** How many rows there are up to the limit, returned or not. */
  readonly found: number;
}

/** Rows with their scores. */
export interface ScoredRows {
  /** Unordered; of rows with the same title only the best. */
  readonly rows: readonly Candidate[];
  /** The query's vector after feedback: what the rows were compared with. */
  readonly vector: Float32Array;
}

/**
 * Ranks the papers of the feed for a query: those that score well enough, with some variety, or sorted.
 *
 * Errors: none; an empty feed or a query without words gives no rows. Cost: linear in the rows, some 35 ms
 * for 100,000 on a 2-core machine.
 */
export function rankPapers(segments: readonly Segment[], query: RankQuery, options: RankOptions): Ranking {
  const { rows: scored, vector } = scoreRows(segments, query, options);
  const best = scored.reduce((most, { score }) => Math.max(most, score), 0);
  const worthy = scored.filter(({ score }) => score > 0 && score >= best * WEIGHTS.minCloseness);
  const compared = scanVector(vector);
  const rows = sorted(worthy, options).map(({ segment, row, score }) => ({
    segment,
    row,
    score,
    cosine: cosineOf(compared, segment, row),
    closeness: best > 0 ? score / best : 0,
  }));
  return { rows, found: Math.min(options.limit, worthy.length), vector };
}

/**
 * Scores the rows that may be among the best, at least `wanted` if there are as many. Vectors and BM25 over
 * all rows yield candidates; the closest of them correct the query's vector (pseudo-relevance feedback); then
 * vectors, BM25, topics and people decide.
 *
 * Source: Rocchio 1971 for the feedback; docs/design.md, section 5, for the stages.
 */
export function scoreRows(
  segments: readonly Segment[],
  query: RankQuery,
  choice: RowChoice,
  wanted: number = WEIGHTS.candidates,
): ScoredRows {
  if (query.words.self === 0) return { rows: [], vector: query.vector };
  const papers = countPapers(segments);
  const asked = withPrior(query, papers);
  const candidates = findCandidates(segments, query, asked, choice, wanted);
  const fed = Math.min(WEIGHTS.feedbackPapers, Math.floor(papers / WEIGHTS.papersPerFeedback));
  const vector = withFeedback(asked, bestOf(candidates, fed));
  const corrected = scanVector(vector);
  const rows = candidates.map((candidate) => ({
    ...candidate,
    score: scoreOf(candidate, corrected, query),
  }));
  return { rows, vector };
}

/**
 * The query's vector moved towards the papers that get cited. Among a hundred papers the words alone decide.
 * The more papers there are, the more of them are close enough, and the more the prior helps.
 */
function withPrior({ vector, prior }: RankQuery, papers: number): Float32Array {
  const { priorFrom, priorFull } = WEIGHTS;
  const share = Math.log(Math.max(1, papers) / priorFrom) / Math.log(priorFull / priorFrom);
  const weight = WEIGHTS.prior * Math.min(1, Math.max(0, share));
  return toUnit(vector.map((component, position) => component + weight * (prior[position] ?? 0)));
}

function scoreOf({ segment, row, words }: WordCandidate, vector: ScanVector, query: RankQuery): number {
  const { authors, organisation, topics } = query;
  const people = segment.people.subarray(segment.peopleStarts[row], segment.peopleStarts[row + 1]);
  return (
    cosineOf(vector, segment, row) +
    words +
    WEIGHTS.topic * countShared(topicsAt({ segment, row }), topics) +
    WEIGHTS.author * countShared(people, authors) +
    (organisation !== null && people.includes(organisation) ? WEIGHTS.organisation : 0)
  );
}

/** Wanted hashes among a row's, each once, up to `MAX_SHARED`. */
function countShared(hashes: Uint32Array, wanted: ReadonlySet<number>): number {
  let count = 0;
  for (const hash of wanted) if (hashes.includes(hash)) count++;
  return Math.min(MAX_SHARED, count);
}

/** The query's vector moved towards the mean of the papers closest to it, at length 1. */
function withFeedback(vector: Float32Array, closest: readonly RowPosition[]): Float32Array {
  if (closest.length === 0) return vector;
  const sums = new Int32Array(vector.length);
  for (const { segment, row } of closest) {
    const start = row * vector.length;
    for (let position = 0; position < vector.length; position++) {
      sums[position] = (sums[position] ?? 0) + (segment.vectors[start + position] ?? 0);
    }
  }
  const weight = WEIGHTS.feedback / (closest.length * componentScale(vector.length));
  return toUnit(vector.map((component, position) => component + weight * (sums[position] ?? 0)));
}

function sorted(
  worthy: readonly Candidate[],
  { limit, first = limit, sort = 'closest' }: RankOptions,
): readonly Candidate[] {
  switch (sort) {
    case 'closest':
      return spreadOut(worthy, limit, first);
    case 'newest':
      return worthy.toSorted((a, b) => dayOf(b) - dayOf(a) || byScore(a, b)).slice(0, first);
    case 'upvoted':
      return worthy.toSorted((a, b) => upvotesOf(b) - upvotesOf(a) || byScore(a, b)).slice(0, first);
  }
}

const dayOf = ({ segment, row }: RowPosition): number => segment.days[row] ?? 0;
const upvotesOf = ({ segment, row }: RowPosition): number => segment.upvotes[row] ?? 0;
