import type { IDBPTransaction } from 'idb';
import type { IsoDate } from '../model/dates';
import { type Edition, mergeEdition } from '../model/feed/edition';
import { identityKeys, type Identifiable } from '../model/paper/identity';
import { absorbPaper, type IncomingPaper, mergePaper, newPaper } from '../model/paper/merge';
import type { Paper, PaperKey, SourceId } from '../model/paper/paper';
import type { Validators } from '../model/feed/request';
import { retentionScoreOf } from '../model/paper/counts';
import { allOrNothing } from './transactions';
import type { Database } from './open';
import type { Job, NewSegment, PaperkinSchema, SegmentRecord, StoredPaper } from './schema';
import { addSegments } from './segments';

/** One response, ready to be stored. */
export interface FeedCommit {
  readonly source: SourceId;
  readonly records: readonly IncomingPaper[];
  /** The requested edition. It counts as fetched, however few papers came. */
  readonly edition?: { readonly date: IsoDate; readonly isWhole: boolean };
  /** True when the records are the source's ranking, in its order. */
  readonly isRanking?: boolean;
  /** What the server calls this version of the answer, for the next request to its URL. */
  readonly validators?: { readonly url: string; readonly validators: Validators | undefined };
  /** The job as it stands once these records are stored; absent for records that no job asked for. */
  readonly job?: Job;
  readonly nowMs: number;
}

/** What a commit changed. */
export interface FeedChange {
  /** The papers of the response in their new form, in its order. */
  readonly papers: readonly Paper[];
  /** Keys whose records turned out to be another record's paper, and were merged into it. */
  readonly gone: readonly PaperKey[];
}

/** A change with the segments that were stored with it. */
export interface StoredChange extends FeedChange {
  readonly segments: readonly SegmentRecord[];
}

/** Makes the segments that hold a change. Synchronous, since it runs inside the transaction. */
export type EncodeChange = (change: FeedChange) => readonly NewSegment[];

/** The stores that a change of the feed may write. */
export const FEED_STORES = ['papers', 'editions', 'jobs', 'rankings', 'segments', 'validators'] as const;

type FeedStore = (typeof FEED_STORES)[number];

/** A transaction on them. */
export type FeedWrite = IDBPTransaction<PaperkinSchema, FeedStore[], 'readwrite'>;

/**
 * Stores a response, all or nothing: it merges the papers, writes the segments that hold them, extends the
 * editions and advances the job. Papers and segments therefore agree whenever the browser stops the worker.
 *
 * Errors: `storage`, `storage-full`, and what `encode` throws; then nothing of the response is stored.
 */
export async function commitFeed(
  database: Database,
  commit: FeedCommit,
  encode: EncodeChange,
): Promise<StoredChange> {
  const transaction: FeedWrite = database.transaction([...FEED_STORES], 'readwrite');
  return allOrNothing(transaction, async () => {
    const papers: Paper[] = [];
    const gone: PaperKey[] = [];
    const listed: { readonly record: IncomingPaper; readonly key: PaperKey }[] = [];
    for (const record of commit.records) {
      const merged = await mergeRecord(transaction, record, commit.nowMs);
      if (merged === null) continue;
      papers.push(merged.paper);
      gone.push(...merged.gone);
      listed.push({ record, key: merged.paper.key });
    }
    await putEditions(transaction, commit, listed);
    if (commit.isRanking === true && papers.length > 0) {
      const keys = [...new Set(papers.map(({ key }) => key))];
      const ranking = { source: commit.source, papers: keys, fetchedAtMs: commit.nowMs };
      await transaction.objectStore('rankings').put(ranking);
    }
    await putValidators(transaction, commit);
    if (commit.job !== undefined) await transaction.objectStore('jobs').put(commit.job);
    const segments = await addSegments(transaction.objectStore('segments'), encode({ papers, gone }));
    return { papers, gone, segments };
  });
}

async function putEditions(
  transaction: FeedWrite,
  { source, edition, nowMs }: FeedCommit,
  listed: readonly { readonly record: IncomingPaper; readonly key: PaperKey }[],
): Promise<void> {
  const store = transaction.objectStore('editions');
  const asked = edition === undefined ? [] : [edition.date];
  for (const date of new Set([...asked, ...listed.flatMap(({ record }) => record.edition ?? [])])) {
    const of = (...kinds: readonly IncomingPaper['announced'][]) =>
      listed.flatMap(({ record, key }) =>
        record.edition === date && kinds.includes(record.announced) ? [key] : [],
      );
    const [papers, cross, replaced] = [of(undefined, 'cross'), of('cross'), of('replaced')];
    const incoming: Edition = {
      source,
      date,
      papers: [...new Set(papers)],
      fetchedAtMs: nowMs,
      ...(cross.length > 0 && { cross }),
      ...(replaced.length > 0 && { replaced }),
    };
    const isWhole = edition?.date === date && edition.isWhole;
    await store.put(mergeEdition(await store.get([source, date]), incoming, isWhole));
  }
}

async function putValidators(
  transaction: FeedWrite,
  { validators: answer, nowMs }: FeedCommit,
): Promise<void> {
  if (answer === undefined) return;
  const { url, validators } = answer;
  const store = transaction.objectStore('validators');
  if (validators === undefined) await store.delete(url);
  else await store.put({ url, ...validators, storedAtMs: nowMs });
}

async function mergeRecord(
  transaction: FeedWrite,
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
  await store.put(toStored(paper, identity));
  return { paper, gone: others.map((other) => other.key) };
}

/** A paper as it is stored; `identity`: every key under which a record of the work finds it. */
export function toStored(paper: Paper, identity: readonly PaperKey[]): StoredPaper {
  const sources = paper.provenance.map(({ source }) => source);
  return { ...paper, identity, sources, retentionScore: retentionScoreOf(paper) };
}

/** The model's part of a stored paper. */
function toPaper({
  identity: _identity,
  sources: _sources,
  retentionScore: _score,
  ...paper
}: StoredPaper): Paper {
  return paper;
}

async function findAll(transaction: FeedWrite, keys: readonly PaperKey[]): Promise<readonly StoredPaper[]> {
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

/** Papers by the exact keys they are stored under, in the order asked for; absent ones are left out. */
export async function papersAt(database: Database, keys: readonly PaperKey[]): Promise<readonly Paper[]> {
  const { store } = database.transaction('papers');
  const found = await Promise.all(keys.map((key) => store.get(key)));
  return found.flatMap((paper) => (paper === undefined ? [] : [toPaper(paper)]));
}

/** The next keys after a given one, in order, to walk the whole feed in steps. */
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

/** Forgets everything that can be fetched again, but not what a server asked for. */
export async function clearFeed(database: Database): Promise<void> {
  const cleared = [
    'answers',
    'editions',
    'lookups',
    'papers',
    'rankings',
    'segments',
    'starter',
    'validators',
  ] as const;
  const transaction = database.transaction([...cleared, 'jobs'] as const, 'readwrite');
  const jobs = transaction.objectStore('jobs');
  await allOrNothing(transaction, async () => {
    const emptied = (await jobs.getAll()).map(emptyJob);
    await Promise.all([
      ...cleared.map((name) => transaction.objectStore(name).clear()),
      ...emptied.map((job) => jobs.put(job)),
    ]);
  });
}

/** A job that has fetched nothing. The back-off after a failure continues, and the reader's choices stay. */
function emptyJob({ lastSuccessAtMs: _success, skipCode: _skip, ...job }: Job): Job {
  const isPutOff = job.state.kind === 'failed' || job.state.kind === 'off';
  const state = isPutOff ? job.state : { kind: 'due' as const };
  return { ...job, state, queue: [], skipped: [], plannedAtMs: 0, done: 0, dropped: [] };
}
