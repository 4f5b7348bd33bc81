import { cosineOf, scanVector } from '../model/similarity';
import type { RowPosition, Segment } from '../segments/segment';

/** A row with its score. */
export interface ScoredRow extends RowPosition {
  readonly score: number;
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

export interface NearestOptions {
  readonly limit: number;
  readonly minCosine: number;
  /** It is asked only for rows that are close enough. */
  readonly isWanted: (segment: Segment, row: number) => boolean;
}

/**
 * The rows whose vectors are closest to a unit vector; their score is the cosine.
 *
 * Cost: one cosine a row, some 15 ms for 100,000 rows of 128 dimensions.
 */
export function nearestRows(
  segments: readonly Segment[],
  vector: Float32Array,
  { limit, minCosine, isWanted }: NearestOptions,
): readonly ScoredRow[] {
  const query = scanVector(vector);
  const score = (segment: Segment, row: number): number => {
    const cosine = cosineOf(query, segment, row);
    return cosine >= minCosine && isWanted(segment, row) ? cosine : -1;
  };
  return bestRows(segments, score, limit);
}
