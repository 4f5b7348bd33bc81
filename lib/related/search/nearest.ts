import { bestRows, type ScoredRow } from './rows';
import type { Segment } from '../segments/segment';
import { cosineOf, scanVector } from '../model/similarity';

export interface NearestOptions {
  readonly limit: number;
  readonly minCosine: number;
  /** Asked only of rows that are close enough. */
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
