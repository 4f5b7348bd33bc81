import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { commitFeed, type FeedChange, type FeedCommit, paperKeysAfter, papersAt } from '../../lib/db/feed';
import { createDatabase, type Database, type OpenDatabase } from '../../lib/db/open';
import type { Paper } from '../../lib/model/paper/paper';

/** A database of its own for one test. */
export function freshDatabase(): OpenDatabase {
  vi.stubGlobal('indexedDB', new IDBFactory());
  return createDatabase(async () => undefined);
}

/** More papers than any test stores. */
const MOST_PAPERS = 1_000_000;

/** Every cached paper. */
export async function allPapers(database: Database): Promise<readonly Paper[]> {
  return papersAt(database, await paperKeysAfter(database, null, MOST_PAPERS));
}

/**
 * Fakes a full disk until the test ends: every write to the object store fails, after the first `left`.
 * Returns a function that ends it earlier.
 */
export function failWrites(name: string, left = 0): () => void {
  // oxlint-disable-next-line typescript/unbound-method -- We call it with the `this` that it gets.
  const { put } = IDBObjectStore.prototype;
  const failing = vi.spyOn(IDBObjectStore.prototype, 'put');
  failing.mockImplementation(function (this: IDBObjectStore, ...parameters) {
    if (this.name === name && left-- <= 0) throw quotaExceeded();
    return put.apply(this, parameters);
  });
  return () => failing.mockRestore();
}

/** What a browser throws when the disk is full. */
export function quotaExceeded(): DOMException {
  return new DOMException('The quota has been exceeded.', 'QuotaExceededError');
}

/** Stores answers without rows, for tests that look nothing up. */
export function commitTo(open: OpenDatabase): (commit: FeedCommit) => Promise<FeedChange> {
  return async (commit) => commitFeed(await open(), commit, () => []);
}
