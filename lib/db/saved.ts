import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { PaperKey } from '../model/paper/paper';
import type { SavedPaper } from '../model/saved';
import { savedSchema } from '../schemas';
import { type Database, stored } from './open';
import { allOrNothing } from './transactions';

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

/** One item per entry, so that a change writes one paper and not the whole list. */
const PREFIX = 'saved/';
const RESTORED_KEY = 'restored';

/**
 * The second copy of the reading list, in `storage.local`, which survived every corruption of IndexedDB that
 * we could cause. An item that does not parse stays where it is, since a newer version may have written it.
 */
export interface Mirror {
  read(): Promise<readonly SavedPaper[]>;
  write(entries: readonly SavedPaper[]): Promise<void>;
  delete(keys: readonly PaperKey[]): Promise<void>;
  /** How many entries were restored from here since the reader was last told. */
  readRestored(): Promise<number>;
  writeRestored(count: number): Promise<void>;
}

export const mirror: Mirror = {
  async read() {
    const items = await browser.storage.local.get(null);
    return Object.entries(items).flatMap(([name, value]) => {
      if (!name.startsWith(PREFIX)) return [];
      const entry = v.safeParse(savedSchema, value);
      return entry.success ? [entry.output] : [];
    });
  },
  async write(entries) {
    const items = Object.fromEntries(entries.map((entry) => [PREFIX + entry.key, entry]));
    await stored(browser.storage.local.set(items));
  },
  async delete(keys) {
    await browser.storage.local.remove(keys.map((key) => PREFIX + key));
  },
  async readRestored() {
    const { [RESTORED_KEY]: count } = await browser.storage.local.get(RESTORED_KEY);
    return typeof count === 'number' ? count : 0;
  },
  async writeRestored(count) {
    await browser.storage.local.set({ [RESTORED_KEY]: count });
  },
};
