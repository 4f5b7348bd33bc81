import type { JobId } from '../model/feed/job';
import type { SourceId } from '../model/paper/paper';
import { type Database, storageError } from './open';
import type { Job } from './schema';

/** A row of the job table, or undefined before the job's first run. */
export async function findJob(database: Database, id: JobId): Promise<Job | undefined> {
  return database.get('jobs', id);
}

/** The rows of a source, by id: its daily sync comes first. */
export async function jobsOf(database: Database, source: SourceId): Promise<readonly Job[]> {
  return (await database.getAll('jobs')).filter((job) => job.source === source);
}

/** Stores a row. Errors: `storage`, `storage-full`. */
export async function putJob(database: Database, job: Job): Promise<void> {
  try {
    await database.put('jobs', job);
  } catch (error) {
    throw storageError(error);
  }
}

/** Takes the rows of all fills out of the table. Errors: `storage`. */
export async function deleteFills(database: Database): Promise<void> {
  const fills = (await database.getAll('jobs')).filter(({ category }) => category !== undefined);
  for (const { id } of fills) await deleteJob(database, id);
}

/** Takes a row out of the table. Errors: `storage`. */
export async function deleteJob(database: Database, id: JobId): Promise<void> {
  try {
    await database.delete('jobs', id);
  } catch (error) {
    throw storageError(error);
  }
}
