import { bestOf, type Candidate } from './candidates';
import type { RowPosition } from '../segments/segment';
import { cosineOfRows, type ScanVector, scanStored } from '../model/similarity';
import { WEIGHTS } from './weights';

/** How many times the rows asked for are considered. */
const POOL = 3;

/**
 * Takes the best rows, but demotes a row that is much like one already taken, so that ten rows are not one
 * group's ten variants of a paper.
 *
 * Shape: `limit` rows, or only the `first` of them, best first; the scores do not change. Cost: some first² /
 * 2 cosines, since a row is compared only when it is next.
 *
 * Source: maximal marginal relevance, Carbonell and Goldstein 1998, with a threshold on the likeness.
 */
export function spreadOut(
  candidates: readonly Candidate[],
  limit: number,
  first = limit,
): readonly Candidate[] {
  const taken: ScanVector[] = [];
  const pool = bestOf(candidates, limit * POOL).map((candidate) => ({ candidate, likeness: 0, compared: 0 }));
  const chosen: Candidate[] = [];
  while (chosen.length < Math.min(limit, first) && pool.length > 0) {
    let best = 0;
    let most = -Infinity;
    for (const [position, entry] of pool.entries()) {
      // Likeness only lowers a score: no later row can be better.
      if (entry.candidate.score <= most) break;
      for (; entry.compared < taken.length; entry.compared++) {
        const other = taken[entry.compared] as ScanVector; // Within them.
        entry.likeness = Math.max(entry.likeness, cosineOfRows(other, entry.candidate));
      }
      const worth = worthOf(entry.candidate.score, entry.likeness);
      if (worth > most) [best, most] = [position, worth];
    }
    for (const { candidate } of pool.splice(best, 1)) {
      chosen.push(candidate);
      taken.push(scanRow(candidate));
    }
  }
  return chosen;
}

function scanRow({ segment: { vectors, count }, row }: RowPosition): ScanVector {
  return scanStored(vectors, row, vectors.length / count);
}

function worthOf(score: number, likeness: number): number {
  const excess = Math.max(0, likeness - WEIGHTS.alikeCosine) / (1 - WEIGHTS.alikeCosine);
  return score * (1 - WEIGHTS.diversity * excess);
}
