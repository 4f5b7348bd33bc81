import type { PaperKey } from '../model/paper/paper';
import type { SavedPaper } from '../model/saved';

/** What has to be written so that database and mirror agree. */
export interface Reconciliation {
  readonly toDatabase: readonly SavedPaper[];
  readonly toMirror: readonly SavedPaper[];
  /** Entries that only the mirror had and that the reader did not remove: shown as a notice. */
  readonly restored: number;
}

/**
 * Compares the two copies of the reading list. The copy changed last wins; nothing is ever deleted here.
 *
 * A removal is an entry too (`removedAtMs`), so an entry that one side lacks was lost, not removed.
 */
export function reconcile(database: readonly SavedPaper[], mirror: readonly SavedPaper[]): Reconciliation {
  const inDatabase = byKey(database);
  const inMirror = byKey(mirror);
  const toDatabase = mirror.filter((entry) => isNewer(entry, inDatabase.get(entry.key)));
  const toMirror = database.filter((entry) => isNewer(entry, inMirror.get(entry.key)));
  const lost = toDatabase.filter((entry) => !inDatabase.has(entry.key) && entry.removedAtMs === undefined);
  return { toDatabase, toMirror, restored: lost.length };
}

function byKey(entries: readonly SavedPaper[]): ReadonlyMap<PaperKey, SavedPaper> {
  return new Map(entries.map((entry) => [entry.key, entry]));
}

function isNewer(entry: SavedPaper, other: SavedPaper | undefined): boolean {
  return other === undefined || entry.changedAtMs > other.changedAtMs;
}
