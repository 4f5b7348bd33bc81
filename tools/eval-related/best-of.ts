/** A key with its score: one place of a ranking. */
export type Ranked = readonly [key: string, score: number];

/**
 * The best of many scores, highest first; of equals the key decides. Scores of `from` or less are left out.
 *
 * Cost: one sort of all scores, some 15 ms for 200,000.
 */
export function bestOf(
  scores: Float64Array,
  keys: readonly string[],
  { limit, from, ownKey }: { readonly limit: number; readonly from: number; readonly ownKey: string | null },
): readonly Ranked[] {
  // One more than wanted, for the query itself.
  const least = Math.max(from, scores.toSorted().at(-limit - 1) ?? -Infinity);
  const best: Ranked[] = [];
  for (const [position, score] of scores.entries()) {
    const key = keys[position] ?? '';
    if (score >= least && score > from && key !== ownKey) best.push([key, score]);
  }
  return best.toSorted(([keyA, a], [keyB, b]) => b - a || (keyA < keyB ? -1 : 1)).slice(0, limit);
}
