import type { IDBPTransaction } from 'idb';
import type { IsoDate } from '../model/dates';
import type { Edition } from '../model/feed';
import { identityKeys, type Identifiable } from '../model/identity';
import { mergeEdition } from '../model/merge-edition';
import { absorbPaper, type IncomingPaper, mergePaper, newPaper } from '../model/merge-papers';
import type { Paper, PaperKey, SourceId } from '../model/paper';
import { allOrNothing } from './all-or-nothing';
import type { Database } from './open';
import type { Job, NewSegment, PaperkinSchema, SegmentRecord, StoredPaper } from './schema';
import { addSegments } from './segments';

/** One response, ready to be stored. */
export interface FeedCommit {
  readonly source: SourceId;
  readonly records: readonly IncomingPaper[];
  /** The job as it stands once these records are stored. */
  readonly job: Job;
  readonly nowMs: number;
}

/** What a commit changed. */
export interface FeedChange {
  /** The papers of the response as they now are, in its order. */
  readonly papers: readonly Paper[];
  /** Keys whose records turned out to be another record's paper, and were merged into it. */
  readonly gone: readonly PaperKey[];
}

/** A change with the segments that were stored with it. */
export interface StoredChange extends FeedChange {
  readonly segments: readonly SegmentRecord[];
}

/** Gives the segments that hold a change. Synchronous: it is called inside the transaction. */
export type EncodeChange = (change: FeedChange) => readonly NewSegment[];

type Write = IDBPTransaction<PaperkinSchema, ('editions' | 'jobs' | 'papers' | 'segments')[], 'readwrite'>;

/**
 * Stores a response: papers merged with the segments that hold them, editions grown, the job moved on, all or
 * nothing. So papers and segments agree whenever the worker is stopped.
 *
 * Errors: `storage`, `storage-full`, and what `encode` throws; then nothing of the response is stored.
 */
export async function commitFeed(
  database: Database,
  commit: FeedCommit,
  encode: EncodeChange,
): Promise<StoredChange> {
  const transaction: Write = database.transaction(['papers', 'editions', 'jobs', 'segments'], 'readwrite');
  return allOrNothing(transaction, async () => {
    const editions = new Map<IsoDate, PaperKey[]>();
    const papers: Paper[] = [];
    const gone: PaperKey[] = [];
    for (const record of commit.records) {
      const merged = await mergeRecord(transaction, record, commit.nowMs);
      if (merged === null) continue;
      const { paper } = merged;
      papers.push(paper);
      gone.push(...merged.gone);
      if (record.edition === undefined) continue;
      const keys = editions.get(record.edition);
      if (keys === undefined) editions.set(record.edition, [paper.key]);
      else keys.push(paper.key);
    }
    const store = transaction.objectStore('editions');
    for (const [date, keys] of editions) {
      const known = await store.get([commit.source, date]);
      const incoming: Edition = { source: commit.source, date, papers: keys, fetchedAtMs: commit.nowMs };
      await store.put(mergeEdition(known, incoming));
    }
    await transaction.objectStore('jobs').put(commit.job);
    const segments = await addSegments(transaction.objectStore('segments'), encode({ papers, gone }));
    return { papers, gone, segments };
  });
}

async function mergeRecord(
  transaction: Write,
  record: IncomingPaper,
  nowMs: number,
): Promise<{ readonly paper: Paper; readonly gone: readonly PaperKey[] } | null> {
  const store = transaction.objectStore('papers');
  const keys = identityKeys(record.facts);
  const [key] = keys;
  if (key === undefined) return null;
  const known = await findAll(transaction, keys);
  const [first, ...others] = known;
  // Records that looked like two papers until this one tied them together become one.
  for (const other of others) await store.delete(other.key);
  const paper =
    first === undefined
      ? newPaper(key, record, nowMs)
      : mergePaper(others.map(toPaper).reduce(absorbPaper, toPaper(first)), record);
  const identity = [...new Set([...keys, ...known.flatMap((stored) => stored.identity)])];
  await store.put({ ...paper, identity, sources: paper.provenance.map(({ source }) => source) });
  return { paper, gone: others.map((other) => other.key) };
}

/** The model's part of a stored paper. */
function toPaper({ identity: _identity, sources: _sources, ...paper }: StoredPaper): Paper {
  return paper;
}

async function findAll(transaction: Write, keys: readonly PaperKey[]): Promise<readonly StoredPaper[]> {
  const index = transaction.objectStore('papers').index('identity');
  const found = new Map<PaperKey, StoredPaper>();
  for (const key of keys) {
    const paper = await index.get(key);
    if (paper !== undefined) found.set(paper.key, paper);
  }
  return [...found.values()];
}

/** The feed's record of a work, by any of its ids or its title and first author. */
export async function findPaper(database: Database, record: Identifiable): Promise<Paper | undefined> {
  for (const key of identityKeys(record)) {
    const paper = await database.getFromIndex('papers', 'identity', key);
    if (paper !== undefined) return toPaper(paper);
  }
  return undefined;
}

/** Papers by key, in the order asked for; a key whose record was merged into another gives that one, once. */
export async function papersByKeys(database: Database, keys: readonly PaperKey[]): Promise<readonly Paper[]> {
  const index = database.transaction('papers').store.index('identity');
  const found = await Promise.all(keys.map((key) => index.get(key)));
  const papers = found.flatMap((paper) =>
    paper === undefined ? [] : [[paper.key, toPaper(paper)] as const],
  );
  return [...new Map(papers).values()];
}

/** Every cached paper. Cost: 8,800 papers about 0.5 s. */
export async function allPapers(database: Database): Promise<readonly Paper[]> {
  return (await database.getAll('papers')).map(toPaper);
}

/** Papers by the very keys they are stored under, in the order asked for; absent ones are left out. */
export async function papersAt(database: Database, keys: readonly PaperKey[]): Promise<readonly Paper[]> {
  const { store } = database.transaction('papers');
  const found = await Promise.all(keys.map((key) => store.get(key)));
  return found.flatMap((paper) => (paper === undefined ? [] : [toPaper(paper)]));
}

/** The next keys after one, in order: for going through the whole feed in steps. */
export async function paperKeysAfter(
  database: Database,
  after: PaperKey | null,
  limit: number,
): Promise<readonly PaperKey[]> {
  return database.getAllKeys('papers', after === null ? null : IDBKeyRange.lowerBound(after, true), limit);
}

/** The keys of all records that are the same work. */
export async function keysOfWork(database: Database, record: Identifiable): Promise<readonly PaperKey[]> {
  const index = database.transaction('papers').store.index('identity');
  const found = await Promise.all(identityKeys(record).map((key) => index.getKey(key)));
  return [...new Set(found.flatMap((key) => key ?? []))];
}

/** How many papers are cached, of one source or in all. */
export async function countPapers(database: Database, source?: SourceId): Promise<number> {
  return source === undefined
    ? database.count('papers')
    : database.countFromIndex('papers', 'source', source);
}

/** An edition with its neighbours; the newest without a date. */
export async function findEdition(database: Database, source: SourceId, date?: IsoDate) {
  const dates = await editionDates(database, source);
  const position = date === undefined ? dates.length - 1 : dates.indexOf(date);
  const found = dates[position];
  const edition = found === undefined ? undefined : await database.get('editions', [source, found]);
  if (edition === undefined) return null;
  return { edition, previous: dates[position - 1], next: dates[position + 1] };
}

/** The days a source has an edition for, oldest first. */
export async function editionDates(database: Database, source: SourceId): Promise<readonly IsoDate[]> {
  const range = IDBKeyRange.bound([source], [source, []]); // An array sorts after every string.
  return (await database.getAllKeys('editions', range)).map(([, date]) => date);
}

/** The editions of a source, oldest first. */
export async function editionsOf(database: Database, source: SourceId): Promise<readonly Edition[]> {
  return database.getAll('editions', IDBKeyRange.bound([source], [source, []]));
}

/** Forgets everything that can be fetched again, but not what a server asked for. */
export async function clearFeed(database: Database): Promise<void> {
  const stores = ['papers', 'editions', 'jobs', 'lookups', 'segments'] as const;
  const transaction = database.transaction(stores, 'readwrite');
  const jobs = transaction.objectStore('jobs');
  await allOrNothing(transaction, async () => {
    const emptied = (await jobs.getAll()).map(emptyJob);
    await Promise.all([
      transaction.objectStore('lookups').clear(),
      transaction.objectStore('papers').clear(),
      transaction.objectStore('segments').clear(),
      transaction.objectStore('editions').clear(),
      ...emptied.map((job) => jobs.put(job)),
    ]);
  });
}

/** A job that has fetched nothing. The server's rest, the pause and the back-off of a failure go on. */
function emptyJob({ lastSuccessAtMs: _success, skipCode: _skip, ...job }: Job): Job {
  const isPutOff = job.state.kind === 'failed' || job.state.kind === 'off';
  const state = isPutOff ? job.state : { kind: 'due' as const };
  return { ...job, state, queue: [], skipped: [], plannedAtMs: 0, done: 0, dropped: [] };
}
