import type { DropCount, DropReason } from '../model/feed/request';
import type { SourceRecord } from './types';

/** A record that was read, or why it was left out. */
export type ReadOutcome = { readonly record: SourceRecord } | { readonly drop: DropReason };

/** Parts the records, in order, from what was dropped: counted and sorted by reason. */
export function partOutcomes(outcomes: readonly ReadOutcome[]): {
  readonly records: readonly SourceRecord[];
  readonly dropped: readonly DropCount[];
} {
  const counts = new Map<DropReason, number>();
  const records = outcomes.flatMap((outcome) => {
    if ('record' in outcome) return [outcome.record];
    counts.set(outcome.drop, (counts.get(outcome.drop) ?? 0) + 1);
    return [];
  });
  const dropped = [...counts].map(([reason, count]) => ({ reason, count }));
  return { records, dropped: dropped.toSorted((a, b) => (a.reason < b.reason ? -1 : 1)) };
}
