import type { DropCount, DropReason } from '../model/feed/request';

/** Counts reasons, sorted by name: equal responses give equal counts. */
export function countDrops(reasons: readonly DropReason[]): readonly DropCount[] {
  const counts = new Map<DropReason, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .toSorted((a, b) => (a.reason < b.reason ? -1 : 1));
}
