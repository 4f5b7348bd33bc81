import type { PaperKey } from '../model/paper/paper';
import type { SavedPaper } from '../model/saved';
import { allOrNothing } from './all-or-nothing';
import type { Database } from './open';

/** All entries of the reading list, removed ones included. */
export async function allSaved(database: Database): Promise<readonly SavedPaper[]> {
  return database.getAll('saved');
}

/** Stores entries, all or none. Errors: `storage`, `storage-full`. */
export async function putSaved(database: Database, entries: readonly SavedPaper[]): Promise<void> {
  const transaction = database.transaction('saved', 'readwrite');
  // Async, so that a throwing `put` leaves no promise of another behind.
  await allOrNothing(transaction, () =>
    Promise.all(entries.map(async (entry) => transaction.store.put(entry))),
  );
}

/** Deletes entries for good, all or none. Errors: `storage`. */
export async function deleteSaved(database: Database, keys: readonly PaperKey[]): Promise<void> {
  const transaction = database.transaction('saved', 'readwrite');
  await allOrNothing(transaction, () => Promise.all(keys.map(async (key) => transaction.store.delete(key))));
}
