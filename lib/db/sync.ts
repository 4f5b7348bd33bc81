import { fieldOfJob, type JobId } from '../model/feed/job';
import type { Validators } from '../model/feed/request';
import type { SourceId } from '../model/paper/paper';
import { allOrNothing } from './transactions';
import { type Database, storageError, stored } from './open';
import type { Job, Server } from './schema';

/** A row of the job table, or undefined before the job's first run. */
export async function findJob(database: Database, id: JobId): Promise<Job | undefined> {
  return database.get('jobs', id);
}

/** The rows of a source in the order of their ids: its daily sync comes first. */
export async function jobsOf(database: Database, source: SourceId): Promise<readonly Job[]> {
  return (await database.getAll('jobs')).filter((job) => job.source === source);
}

/** Stores a row. Errors: `storage`, `storage-full`. */
export async function putJob(database: Database, job: Job): Promise<void> {
  await stored(database.put('jobs', job));
}

/** Deletes the rows of all fills. Errors: `storage`. */
export async function deleteFills(database: Database): Promise<void> {
  const fills = (await database.getAll('jobs')).filter(({ id }) => fieldOfJob(id) !== undefined);
  for (const { id } of fills) await deleteJob(database, id);
}

/** Deletes a row. Errors: `storage`. */
export async function deleteJob(database: Database, id: JobId): Promise<void> {
  await stored(database.delete('jobs', id));
}

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

/** The validators of a URL's last stored answer; undefined when it has none. */
export async function findValidators(database: Database, url: string): Promise<Validators | undefined> {
  const known = await database.get('validators', url);
  if (known === undefined) return undefined;
  const { url: _, storedAtMs: __, ...validators } = known;
  return validators;
}

/** Deletes the validators stored before a moment (ms since epoch): their URLs will not be requested again. */
export async function dropValidators(database: Database, beforeMs: number): Promise<void> {
  try {
    const transaction = database.transaction('validators', 'readwrite');
    for (let at = await transaction.store.openCursor(); at !== null; at = await at.continue()) {
      if (at.value.storedAtMs < beforeMs) await at.delete();
    }
    await transaction.done;
  } catch (error) {
    throw storageError(error);
  }
}
