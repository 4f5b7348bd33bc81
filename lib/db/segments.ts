import type { IDBPObjectStore } from 'idb';
import { allOrNothing } from './all-or-nothing';
import type { Database } from './open';
import type { NewSegment, PaperkinSchema, SegmentRecord, StoredModel } from './schema';

type SegmentStore = IDBPObjectStore<
  PaperkinSchema,
  ('editions' | 'jobs' | 'papers' | 'segments')[],
  'segments',
  'readwrite'
>;

/** The segments of one version, oldest first. Cost: 2 to 4 ms a megabyte in Chromium. */
export async function segmentsOf(database: Database, version: string): Promise<readonly SegmentRecord[]> {
  return database.getAllFromIndex('segments', 'version', version);
}

/** Adds segments inside a transaction; gives them with the ids they got. */
export async function addSegments(
  store: SegmentStore,
  segments: readonly NewSegment[],
): Promise<readonly SegmentRecord[]> {
  const added: SegmentRecord[] = [];
  for (const segment of segments) {
    // The store makes the id, which its type asks for.
    const id = await store.add(segment as SegmentRecord);
    added.push({ ...segment, id });
  }
  return added;
}

/** Adds a segment. Errors: `storage`, `storage-full`. */
export async function addSegment(database: Database, segment: NewSegment): Promise<SegmentRecord> {
  const transaction = database.transaction('segments', 'readwrite');
  return allOrNothing(transaction, async () => {
    const id = await transaction.store.add(segment as SegmentRecord); // As above.
    return { ...segment, id };
  });
}

/**
 * Puts one segment in the place of others, all or nothing; null leaves nothing there. Its id is that of the
 * oldest of them, so that it stays older than what came after them. Errors: `storage`, `storage-full`.
 */
export async function replaceSegments(
  database: Database,
  replaced: readonly number[],
  merged: SegmentRecord | null,
): Promise<void> {
  const transaction = database.transaction('segments', 'readwrite');
  await allOrNothing(transaction, async () => {
    await Promise.all(replaced.map(async (id) => transaction.store.delete(id)));
    if (merged !== null) await transaction.store.put(merged);
  });
}

/** The version of the segments that serve; null before the first were made. */
export async function servingVersion(database: Database): Promise<string | null> {
  const [version] = await database.getAllKeys('models', null, 1);
  return version ?? null;
}

/** The model of the segments that serve. */
export async function findModel(database: Database, version: string): Promise<StoredModel | undefined> {
  return database.get('models', version);
}

/** Forgets the stored model: it is damaged, and the package has it whole. Errors: `storage`. */
export async function forgetModel(database: Database): Promise<void> {
  const transaction = database.transaction('models', 'readwrite');
  await allOrNothing(transaction, () => transaction.store.clear());
}

/**
 * Makes the segments of one version serve, and deletes those of all others with their model.
 *
 * Errors: `storage`, `storage-full`; then those that served still do.
 */
export async function serveVersion(database: Database, model: StoredModel): Promise<void> {
  const transaction = database.transaction(['segments', 'models'], 'readwrite');
  const segments = transaction.objectStore('segments');
  const models = transaction.objectStore('models');
  await allOrNothing(transaction, async () => {
    await models.clear();
    await models.put(model);
    const index = segments.index('version');
    const kept = new Set(await index.getAllKeys(model.version));
    for (const id of await segments.getAllKeys()) {
      if (!kept.has(id)) await segments.delete(id);
    }
  });
}
