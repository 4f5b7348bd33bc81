import type { Mirror } from '../../lib/db/saved';
import type { PaperKey } from '../../lib/model/paper/paper';
import type { SavedPaper } from '../../lib/model/saved';

/** A mirror in memory, of which each half can be broken. */
export interface FakeMirror extends Mirror {
  readonly entries: Map<PaperKey, SavedPaper>;
  canRead: boolean;
  canWrite: boolean;
}

/** Makes a mirror that holds the given entries. */
export function fakeMirror(deferred: readonly SavedPaper[] = []): FakeMirror {
  const entries = new Map(deferred.map((entry) => [entry.key, entry]));
  let restored = 0;
  const mirror: FakeMirror = {
    entries,
    canRead: true,
    canWrite: true,
    async read() {
      if (!mirror.canRead) throw new Error('storage.local cannot be read');
      return [...entries.values()];
    },
    async write(changed) {
      requireWrite();
      for (const entry of changed) entries.set(entry.key, entry);
    },
    async delete(keys) {
      requireWrite();
      for (const key of keys) entries.delete(key);
    },
    readRestored: async () => restored,
    async writeRestored(count) {
      requireWrite();
      restored = count;
    },
  };
  const requireWrite = (): void => {
    if (!mirror.canWrite) throw new Error('storage.local is full');
  };
  return mirror;
}
