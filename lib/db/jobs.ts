import type { SourceId } from '../model/paper';
import { allOrNothing } from './all-or-nothing';
import { type Database, storageError } from './open';
import type { Job } from './schema';

/** The sync of a source, or undefined before its first. */
export async function findJob(database: Database, source: SourceId): Promise<Job | undefined> {
  return database.get('jobs', source);
}

export async function putJob(database: Database, job: Job): Promise<void> {
  try {
    await database.put('jobs', job);
  } catch (error) {
    throw storageError(error);
  }
}

/** Changes a job in one transaction, so that a sync that runs meanwhile loses nothing. */
export async function updateJob(
  database: Database,
  source: SourceId,
  edit: (job: Job | undefined) => Job,
): Promise<void> {
  const transaction = database.transaction('jobs', 'readwrite');
  await allOrNothing(transaction, async () =>
    transaction.store.put(edit(await transaction.store.get(source))),
  );
}
