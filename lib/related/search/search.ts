import { readFeatures } from '../rank/features';
import { vectorOf } from '../segments/encode';
import type { SearchQuery } from './query';
import { filterTests, type RowTest, wordTests } from './row-tests';
import { countedTerms } from './query';
import { cosineOf, scanVector } from '../model/similarity';
import type { RowPosition, Segment } from '../segments/segment';
import type { WordModel } from '../model/word-model';

/** A row with its score. */
interface ScoredRow extends RowPosition {
  readonly score: number;
}

/** Rows found for a typed search. The papers' texts decide (`checkFound`). */
export interface FoundRows {
  /** Rows that seem to have everything typed, best first. */
  readonly exact: readonly ScoredRow[];
  /** Rows close in meaning that have the authors and topics typed, closest first; none beside a quoted phrase. */
  readonly similar: readonly ScoredRow[];
}

/** Below this cosine a paper has little to do with what was typed: chance pairs reach 0.2. */
const MIN_COSINE = 0.34;
/**
 * One or two words give a vague vector whose closest papers reach 0.4 to 0.7: papers far behind these are
 * left out.
 */
const MIN_CLOSENESS = 0.75;
/** Beyond this many words a typed text is looked up by meaning only: no paper has them all. */
const MAX_TESTS = 64;

/**
 * Finds rows for a typed search: those that have all of it, then those close in meaning.
 *
 * `limit`: rows of each kind. Ask for several times as many as are shown, since some fail the check of their
 * texts.
 *
 * Errors: none; a search for nothing but function words, signs or ids finds nothing. Cost: two scans, 20 to
 * 60 ms for 100,000 papers.
 */
export function searchRows(
  model: WordModel,
  { segments }: { readonly segments: readonly Segment[] },
  query: SearchQuery,
  limit: number,
): FoundRows {
  const filters = filterTests(query);
  const tests = [...filters, ...wordTests(model, query)];
  // A phrase of function words tests nothing here: the newest papers are read instead.
  const hasTests = tests.length > 0 || query.phrases.length > 0;
  const exact = hasTests && tests.length <= MAX_TESTS ? bestRows(segments, allOf(tests), limit) : [];
  const isEnough = exact.length >= limit || query.phrases.length > 0;
  return { exact, similar: isEnough ? [] : similarRows(model, segments, query, { filters, exact, limit }) };
}

function similarRows(
  model: WordModel,
  segments: readonly Segment[],
  { words, text }: SearchQuery,
  options: {
    readonly filters: readonly RowTest[];
    readonly exact: readonly ScoredRow[];
    readonly limit: number;
  },
): readonly ScoredRow[] {
  const { filters, exact, limit } = options;
  // Letters alone mean little, as in an unfinished word or in `asdfgh`.
  if (!countedTerms(words).some(({ term }) => model.rows.has(term))) return [];
  const isLastKnown = !words.isOpen || model.rows.has(words.terms.at(-1) ?? '');
  const finished = isLastKnown ? text : text.replace(/\S+$/, '');
  const vector = vectorOf(model, readFeatures(model, { title: finished }));
  const known = new Map<Segment, Set<number>>();
  for (const { segment, row } of exact) known.set(segment, (known.get(segment) ?? new Set()).add(row));
  const isWanted = (segment: Segment, row: number): boolean =>
    known.get(segment)?.has(row) !== true && filters.every((test) => test(segment, row) > 0);
  const rows = nearestRows(segments, vector, { limit, minCosine: MIN_COSINE, isWanted });
  return rows.filter(({ score }) => score >= (rows[0]?.score ?? 0) * MIN_CLOSENESS);
}

/** The sum of what the tests give; -1 when one fails. */
function allOf(tests: readonly RowTest[]): RowTest {
  return (segment, row) => {
    let sum = 0;
    for (const test of tests) {
      const part = test(segment, row);
      if (part === 0) return -1;
      sum += part;
    }
    return sum;
  };
}

/** Rows that are kept before the worst are dropped, as a multiple of those wanted. */
const SLACK = 8;

/**
 * The live rows with the best scores. Among equals the newer one wins, then the more upvoted one, then the
 * key decides. Negative scores are left out.
 *
 * Cost: one call of `score` a row; memory of a few times `limit`.
 */
export function bestRows(
  segments: readonly Segment[],
  score: (segment: Segment, row: number) => number,
  limit: number,
): readonly ScoredRow[] {
  let best: ScoredRow[] = [];
  let least = 0;
  for (const segment of segments) {
    for (let row = 0; row < segment.count; row++) {
      if (segment.live[row] !== 1) continue;
      const reached = score(segment, row);
      if (reached < least) continue;
      best.push({ segment, row, score: reached });
      if (best.length <= limit * SLACK) continue;
      best = best.toSorted(byRank).slice(0, limit);
      least = best.at(-1)?.score ?? 0;
    }
  }
  return best.toSorted(byRank).slice(0, limit);
}

function byRank(a: ScoredRow, b: ScoredRow): number {
  return (
    b.score - a.score ||
    (b.segment.days[b.row] ?? 0) - (a.segment.days[a.row] ?? 0) ||
    (b.segment.upvotes[b.row] ?? 0) - (a.segment.upvotes[a.row] ?? 0) ||
    (a.segment.keyOf(a.row) < b.segment.keyOf(b.row) ? -1 : 1)
  );
}

/**
 * The rows whose vectors are closest to a unit vector; their score is the cosine. `isWanted` is asked only
 * for rows that are close enough.
 *
 * Cost: one cosine a row, some 15 ms for 100,000 rows of 128 dimensions.
 */
export function nearestRows(
  segments: readonly Segment[],
  vector: Float32Array,
  {
    limit,
    minCosine,
    isWanted,
  }: {
    readonly limit: number;
    readonly minCosine: number;
    readonly isWanted: (segment: Segment, row: number) => boolean;
  },
): readonly ScoredRow[] {
  const query = scanVector(vector);
  const score = (segment: Segment, row: number): number => {
    const cosine = cosineOf(query, segment, row);
    return cosine >= minCosine && isWanted(segment, row) ? cosine : -1;
  };
  return bestRows(segments, score, limit);
}
