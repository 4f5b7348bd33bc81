import type { Candidate } from './candidates';
import { cosineOfRows } from './similarity';
import { WEIGHTS } from './weights';

/** So many times the rows asked for are looked at. */
const POOL = 3;

/**
 * Takes the best rows, letting a row that is much like one already taken fall behind a little, so that ten
 * rows are not one group's ten variants of a paper.
 *
 * Shape: `limit` rows, the first one first; scores are left as they are. `ranked`: best first. Cost: some
 * limit² / 2 cosines, since a row is compared only when its turn comes.
 *
 * Source: maximal marginal relevance, Carbonell and Goldstein 1998, with a threshold on the likeness.
 */
export function spreadOut(ranked: readonly Candidate[], limit: number): readonly Candidate[] {
  const pool = ranked.slice(0, limit * POOL).map((candidate) => ({ candidate, likeness: 0, compared: 0 }));
  const chosen: Candidate[] = [];
  while (chosen.length < limit && pool.length > 0) {
    let best = 0;
    let most = -Infinity;
    for (const [place, entry] of pool.entries()) {
      // Likeness only takes away: nobody from here on can be better.
      if (entry.candidate.score <= most) break;
      for (const taken of chosen.slice(entry.compared)) {
        entry.likeness = Math.max(entry.likeness, cosineOfRows(entry.candidate, taken));
      }
      entry.compared = chosen.length;
      const worth = worthOf(entry);
      if (worth > most) [best, most] = [place, worth];
    }
    chosen.push(...pool.splice(best, 1).map(({ candidate }) => candidate));
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
