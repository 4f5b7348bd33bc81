import type { Candidate } from './candidates';
import { cosineOfRows } from './similarity';
import { WEIGHTS } from './weights';

/** So many times the rows asked for are looked at. */
const POOL = 3;

/**
 * Takes the best rows, letting a row that is much like one already taken fall behind a little, so that ten
 * rows are not one group's ten variants of a paper.
 *
 * Shape: `limit` rows, the first one first; scores are left as they are. Cost: pool × limit cosines.
 *
 * Source: maximal marginal relevance, Carbonell and Goldstein 1998, with a threshold on the likeness.
 */
export function spreadOut(ranked: readonly Candidate[], limit: number): readonly Candidate[] {
  const pool = ranked.slice(0, limit * POOL).map((candidate) => ({ candidate, likeness: 0 }));
  const chosen: Candidate[] = [];
  while (chosen.length < limit && pool.length > 0) {
    const best = pool.reduce((one, other) => (worthOf(other) > worthOf(one) ? other : one));
    pool.splice(pool.indexOf(best), 1);
    chosen.push(best.candidate);
    for (const entry of pool) {
      entry.likeness = Math.max(entry.likeness, cosineOfRows(entry.candidate, best.candidate));
    }
  }
  return chosen;
}

function worthOf({
  candidate,
  likeness,
}: {
  readonly candidate: Candidate;
  readonly likeness: number;
}): number {
  const excess = Math.max(0, likeness - WEIGHTS.alikeCosine) / (1 - WEIGHTS.alikeCosine);
  return candidate.score * (1 - WEIGHTS.diversity * excess);
}
