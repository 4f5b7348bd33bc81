import { identityKeys, paperKeyOf } from '../model/paper/identity';
import type { PaperKey } from '../model/paper/paper';
import { isKept, mergeSaved, type SavedPaper } from '../model/saved';

/** What to write so that database and mirror agree. */
export interface Reconciliation {
  readonly toDatabase: readonly SavedPaper[];
  readonly toMirror: readonly SavedPaper[];
  /** Entries that only the mirror had and that the reader did not remove: shown as a notice. */
  readonly restored: number;
}

/**
 * Compares the two copies of the reading list. The copy changed last wins; nothing is deleted.
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

/** What an imported file changes. */
export interface ImportMerge {
  readonly added: readonly SavedPaper[];
  readonly updated: readonly SavedPaper[];
  readonly unchanged: number;
  /** Entries that nothing identifies. */
  readonly dropped: number;
}

/**
 * Merges a file's entries into the list. The entry changed last wins; nothing gets older.
 *
 * An entry is matched by any of its paper's ids, or by title and first author; the key in the file is
 * ignored. An entry removed here comes back, as changed after its removal. Dates in the future, from another
 * machine's clock, count as now.
 */
export function mergeImport(
  known: readonly SavedPaper[],
  file: readonly SavedPaper[],
  nowMs: number,
): ImportMerge {
  const byKey = new Map<PaperKey, SavedPaper>();
  const enter = (entry: SavedPaper): void => {
    for (const key of [entry.key, ...identityKeys(entry.paper)]) byKey.set(key, entry);
  };
  known.forEach(enter);
  const added: SavedPaper[] = [];
  const updated: SavedPaper[] = [];
  let dropped = 0;
  // Newest first, so that the newer of two entries for one paper counts.
  for (const entry of file.toSorted((a, b) => b.changedAtMs - a.changedAtMs)) {
    const key = paperKeyOf(entry.paper);
    if (key === null) {
      dropped++;
      continue;
    }
    const match = identityKeys(entry.paper).flatMap((candidate) => byKey.get(candidate) ?? [])[0];
    const { removedAtMs: _, ...kept } = entry;
    const given: SavedPaper = {
      ...kept,
      key,
      savedAtMs: Math.min(entry.savedAtMs, nowMs),
      changedAtMs: Math.min(entry.changedAtMs, nowMs),
    };
    const isAdded = match === undefined || !isKept(match);
    if (!isAdded && given.changedAtMs <= match.changedAtMs) continue;
    const merged = match === undefined ? given : mergeSaved('onImport', match, given, nowMs);
    (isAdded ? added : updated).push(merged);
    enter(merged);
  }
  return { added, updated, unchanged: file.length - added.length - updated.length - dropped, dropped };
}
