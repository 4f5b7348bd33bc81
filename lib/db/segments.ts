import type { IDBPObjectStore } from 'idb';
import { report } from '../log';
import { allOrNothing } from './transactions';
import type { Database } from './open';
import type { InBlob, NewSegment, PaperkinSchema, SegmentRecord, StoredModel } from './schema';

type SegmentStore = IDBPObjectStore<
  PaperkinSchema,
  ('editions' | 'jobs' | 'papers' | 'rankings' | 'segments' | 'validators')[],
  'segments',
  'readwrite'
>;

/**
 * The segments of one version, oldest first. If the browser lost a segment's bytes, it has none. Cost: 1 ms a
 * megabyte in Chromium.
 */
export async function segmentsOf(database: Database, version: string): Promise<readonly SegmentRecord[]> {
  const records = await database.getAllFromIndex('segments', 'version', version);
  return Promise.all(records.map(async (record) => ({ ...record, bytes: await bytesOf(record.bytes) })));
}

/** Adds segments inside a transaction; gives them with the ids they got. */
export async function addSegments(
  store: SegmentStore,
  segments: readonly NewSegment[],
): Promise<readonly SegmentRecord[]> {
  const added: SegmentRecord[] = [];
  for (const segment of segments) added.push({ ...segment, id: await store.add(newRecord(segment)) });
  return added;
}

/** Adds a segment. Errors: `storage`, `storage-full`. */
export async function addSegment(database: Database, segment: NewSegment): Promise<SegmentRecord> {
  const transaction = database.transaction('segments', 'readwrite');
  return allOrNothing(transaction, async () => {
    const id = await transaction.store.add(newRecord(segment));
    return { ...segment, id };
  });
}

/**
 * Replaces segments by one, all or nothing; null only deletes them. The new one gets the oldest of their ids,
 * so that it stays older than what came after them. Errors: `storage`, `storage-full`.
 */
export async function replaceSegments(
  database: Database,
  replaced: readonly number[],
  merged: SegmentRecord | null,
): Promise<void> {
  const transaction = database.transaction('segments', 'readwrite');
  await allOrNothing(transaction, async () => {
    await Promise.all(replaced.map(async (id) => transaction.store.delete(id)));
    if (merged !== null) await transaction.store.put(inBlob(merged));
  });
}

/** The version of the segments in use; null before the first exist. */
export async function servingVersion(database: Database): Promise<string | null> {
  const [version] = await database.getAllKeys('models', null, 1);
  return version ?? null;
}

/** The model that the segments of a version were made with. If the browser lost its bytes, it has none. */
export async function findModel(database: Database, version: string): Promise<StoredModel | undefined> {
  const stored = await database.get('models', version);
  return stored === undefined ? undefined : { version, bytes: await bytesOf(stored.bytes) };
}

/** Deletes the stored model: it is damaged, and the package has an intact copy. Errors: `storage`. */
export async function forgetModel(database: Database): Promise<void> {
  const transaction = database.transaction('models', 'readwrite');
  await allOrNothing(transaction, () => transaction.store.clear());
}

/**
 * Puts the segments of one version into use, and deletes all others together with their model.
 *
 * Errors: `storage`, `storage-full`; then the former ones stay in use.
 */
export async function serveVersion(database: Database, model: StoredModel): Promise<void> {
  const transaction = database.transaction(['segments', 'models'], 'readwrite');
  const segments = transaction.objectStore('segments');
  const models = transaction.objectStore('models');
  await allOrNothing(transaction, async () => {
    await models.clear();
    await models.put(inBlob(model));
    const index = segments.index('version');
    const kept = new Set(await index.getAllKeys(model.version));
    for (const id of await segments.getAllKeys()) {
      if (!kept.has(id)) await segments.delete(id);
    }
  });
}

function inBlob<TRecord extends { readonly bytes: ArrayBuffer }>(record: TRecord): InBlob<TRecord> {
  return { ...record, bytes: new Blob([record.bytes]) };
}

/** The store assigns the id that the type demands. */
function newRecord(segment: NewSegment): InBlob<SegmentRecord> {
  return inBlob(segment) as InBlob<SegmentRecord>;
}

/** Browsers keep blobs in separate files, which can be lost or truncated on their own. */
async function bytesOf(blob: Blob): Promise<ArrayBuffer> {
  try {
    return await blob.arrayBuffer();
  } catch (error) {
    report('db: stored bytes are lost', error);
    return new ArrayBuffer(0);
  }
}
