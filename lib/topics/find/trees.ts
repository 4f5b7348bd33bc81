/** Questions that one tree asks; each decides one bit of the leaf's number. */
export const TREE_DEPTH = 4;
const LEAVES = 2 ** TREE_DEPTH;

/**
 * Boosted trees: the log odds are the sum of one leaf per tree.
 *
 * All leaves of a tree share the same questions (as in CatBoost; Prokhorenkova et al. 2018), so that a tree
 * takes a few comparisons without branches.
 */
export interface Trees {
  /** Numbers of the features that the questions compare. Shape: trees × `TREE_DEPTH`. */
  readonly features: Uint8Array;
  /** A feature above its threshold sets the bit. Shape: as `features`. */
  readonly thresholds: Float32Array;
  /** Shape: trees × 2^`TREE_DEPTH`. */
  readonly leaves: Float32Array;
}

/** The log odds that the trees give. Cost: trees × depth comparisons. */
export function logOddsOf({ features, thresholds, leaves }: Trees, values: ArrayLike<number>): number {
  let sum = 0;
  let question = 0;
  for (let first = 0; first < leaves.length; first += LEAVES) {
    let leaf = first;
    for (let bit = 1; bit < LEAVES; bit *= 2) {
      if ((values[features[question] ?? 0] ?? 0) > (thresholds[question] ?? 0)) leaf += bit;
      question++;
    }
    sum += leaves[leaf] ?? 0;
  }
  return sum;
}
