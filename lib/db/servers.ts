import type { SourceId } from '../model/paper/paper';
import { allOrNothing } from './all-or-nothing';
import type { Database } from './open';
import type { Server } from './schema';

/** What is known of a source's servers; undefined before the first request. */
export async function findServer(database: Database, source: SourceId): Promise<Server | undefined> {
  return database.get('servers', source);
}

/** Changes what is known of a source's servers in one transaction. Errors: `storage`, `storage-full`. */
export async function updateServer(
  database: Database,
  source: SourceId,
  change: Partial<Omit<Server, 'source'>>,
): Promise<void> {
  const transaction = database.transaction('servers', 'readwrite');
  await allOrNothing(transaction, async () => {
    const known = (await transaction.store.get(source)) ?? { source, lastRequestAtMs: 0 };
    await transaction.store.put({ ...known, ...change });
  });
}
