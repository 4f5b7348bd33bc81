import type { PaperKey } from '../model/paper/paper';
import { type Database, storageError } from './open';
import type { Lookup } from './schema';

/** What an API once said of a paper. */
export async function findLookup(database: Database, key: PaperKey): Promise<Lookup | undefined> {
  return database.get('lookups', key);
}

export async function putLookup(database: Database, lookup: Lookup): Promise<void> {
  try {
    await database.put('lookups', lookup);
  } catch (error) {
    throw storageError(error);
  }
}
