import type { IDBPTransaction } from 'idb';
import type { IsoDate } from '../model/dates';
import { identityKeys } from '../model/paper/identity';
import { type IncomingPaper, newPaper } from '../model/paper/merge';
import type { Paper, PaperKey, SourceId } from '../model/paper/paper';
import { allOrNothing } from './transactions';
import { type EncodeChange, type StoredChange, toStored } from './feed';
import type { Database } from './open';
import type { PaperkinSchema, StarterProgress } from './schema';
import { addSegments } from './segments';

/** Some papers of the starter feed, ready to be stored. */
export interface StarterStep {
  /** Whose lists they are. */
  readonly source: SourceId;
  /** Each with its list, which a response of the source may have replaced since. */
  readonly records: readonly (IncomingPaper & { readonly edition: IsoDate })[];
  /** From when a paper of a list counts as part of the feed. */
  readonly addedAtMs: (edition: IsoDate) => number;
  /** How much of the starter feed is loaded once they are stored. */
  readonly progress: StarterProgress;
}

type Store = 'editions' | 'papers' | 'segments' | 'starter';

type Write = IDBPTransaction<PaperkinSchema, Store[], 'readwrite'>;

/** How much of the starter feed is loaded; undefined before loading began. */
export async function findStarter(database: Database): Promise<StarterProgress | undefined> {
  return database.get('starter', 'starter');
}

/**
 * Stores papers of the starter feed with their lists, their rows and the progress, all or nothing.
 *
 * It only fills gaps: a known paper stays as it is, and a fetched list only grows at its end.
 *
 * Errors: `storage`, `storage-full`, and what `encode` throws; then nothing of it is stored.
 */
export async function commitStarter(
  database: Database,
  { source, records, addedAtMs, progress }: StarterStep,
  encode: EncodeChange,
): Promise<StoredChange> {
  const transaction: Write = database.transaction(['papers', 'editions', 'segments', 'starter'], 'readwrite');
  return allOrNothing(transaction, async () => {
    const papers: Paper[] = [];
    const lists = new Map<IsoDate, PaperKey[]>();
    for (const record of records) {
      const added = await addUnknown(transaction, record, addedAtMs(record.edition));
      if (added === null) continue;
      if (added.paper !== undefined) papers.push(added.paper);
      const list = lists.get(record.edition);
      if (list === undefined) lists.set(record.edition, [added.key]);
      else list.push(added.key);
    }
    const editions = transaction.objectStore('editions');
    for (const [date, keys] of lists) {
      const known = await editions.get([source, date]);
      await editions.put(
        known === undefined
          ? { source, date, papers: keys, fetchedAtMs: addedAtMs(date), isStarter: true }
          : { ...known, papers: [...new Set([...known.papers, ...keys])] },
      );
    }
    await transaction.objectStore('starter').put(progress);
    const segments = await addSegments(transaction.objectStore('segments'), encode({ papers, gone: [] }));
    return { papers, gone: [], segments };
  });
}

/** Stores a paper unless the feed has it; null if nothing identifies the paper. */
async function addUnknown(
  transaction: Write,
  record: IncomingPaper,
  addedAtMs: number,
): Promise<{ readonly key: PaperKey; readonly paper?: Paper } | null> {
  const store = transaction.objectStore('papers');
  const identity = identityKeys(record.facts);
  const [key] = identity;
  if (key === undefined) return null;
  const known = await store.index('identity').getKey(key);
  if (known !== undefined) return { key: known };
  const paper = newPaper(key, record, addedAtMs);
  await store.put(toStored(paper, identity));
  return { key, paper };
}
