import { paperKeysAfter, papersAt } from '../../db/feed';
import type { Database } from '../../db/open';
import { addSegment, replaceSegments } from '../../db/segments';
import { countPapers } from '../../db/transactions';
import { report } from '../../log';
import type { PaperKey } from '../../model/paper/paper';
import { hashText } from '../../text/hash';
import { isWholeSegment } from '../../related/segments/segment-file';
import { tombstoneOf, type SegmentRow } from '../../related/segments/segment-row';
import { mergeOnce } from './merge';
import { type LoadedIndex, newSegment, takeIn } from './loaded-index';
import type { OneAtATime } from '../worker/one-at-a-time';

/** What background work on an index needs. */
export interface IndexWork {
  readonly database: Database;
  /** All that writes papers or segments goes through here. */
  readonly oneAtATime: OneAtATime;
  /** Lets messages in: called between pieces of some 10 ms. */
  readonly pause: () => Promise<void>;
  /** Aborted when the feed is cleared: the index is then another. */
  readonly signal: AbortSignal;
  /** Called before each step of long work, so that the worker is kept or woken again. */
  readonly onStep: () => Promise<void>;
  /** Called before papers without abstract are read: the package may have rows of them. */
  readonly beforeTitles: () => Promise<void>;
  /** Papers that are read and stored as one step, which is what a stop of the worker loses. */
  readonly papersPerStep: number;
}

/** Keys are looked through so many steps at once, since a list of keys costs little beside its request. */
const STEPS_PER_LOOK = 8;
/** Papers between two pauses: some 10 ms. */
const PAPERS_PER_PIECE = 20;

/**
 * Finds damage that length and format do not show, and deletes such segments. Before any merge, which would
 * seal the damage. Cost: 1 ms a megabyte, one segment between two pauses.
 */
export async function dropDamaged(work: IndexWork, index: LoadedIndex): Promise<void> {
  for (const [segment, id] of index.ids) {
    await work.pause();
    if (isWholeSegment(segment.vectors.buffer as ArrayBuffer)) continue; // `columnsOf` makes views of one.
    await work.oneAtATime(async () => {
      if (work.signal.aborted || !index.ids.delete(segment)) return;
      report('index: a segment is damaged', new Error(`${segment.count} rows`));
      index.hasLost = true;
      index.table.replace([segment], null);
      await replaceSegments(work.database, [id], null);
    });
  }
}

/**
 * Makes the index hold exactly the stored papers: reads those that have no row, takes out rows that have no
 * paper. In steps, each stored before the next, so that a stopped worker goes on where it was.
 *
 * Shape: true when it is done, false when it was broken off. Errors: `storage`, `storage-full`. Cost: 0.3 ms
 * a missing paper.
 */
export async function repairIndex(work: IndexWork, index: LoadedIndex): Promise<boolean> {
  const { database, signal, papersPerStep } = work;
  const hashes = new Set<number>();
  for (let after: PaperKey | null = null; ;) {
    const keys: readonly PaperKey[] = await paperKeysAfter(database, after, papersPerStep * STEPS_PER_LOOK);
    if (signal.aborted) return false;
    const last = keys.at(-1);
    if (last === undefined) break;
    for (const key of keys) hashes.add(hashText(key));
    // Looking for what is missing is work too: in a large feed it takes longer than an idle worker lives.
    await work.onStep();
    const missing = keys.filter((key) => index.table.find(key) === null);
    for (let start = 0; start < missing.length; start += papersPerStep) {
      await work.onStep();
      const step = missing.slice(start, start + papersPerStep);
      await work.oneAtATime(() => encodeMissing(work, index, step));
    }
    await work.pause();
    after = last;
  }
  if (index.table.count > (await countPapers(database))) {
    await work.oneAtATime(() => takeOutStale(work, index, hashes));
  }
  index.hasLost = false;
  return !signal.aborted;
}

/**
 * Reads the papers of these keys that have no row yet. Nothing writes meanwhile, so none is stale when
 * stored.
 */
async function encodeMissing(
  { database, pause, signal, beforeTitles }: IndexWork,
  index: LoadedIndex,
  keys: readonly PaperKey[],
): Promise<void> {
  const missing = keys.filter((key) => index.table.find(key) === null);
  if (missing.length === 0 || signal.aborted) return;
  const rows: SegmentRow[] = [];
  const papers = await papersAt(database, missing);
  if (papers.some(({ abstract }) => abstract === undefined)) await beforeTitles();
  for (const [position, paper] of papers.entries()) {
    if (position % PAPERS_PER_PIECE === 0) await pause();
    if (signal.aborted) return;
    rows.push(index.encoder.encode(paper));
  }
  await store(database, index, rows);
}

/** Takes out rows whose paper is not stored. */
async function takeOutStale(
  { database, signal }: IndexWork,
  index: LoadedIndex,
  hashes: ReadonlySet<number>,
): Promise<void> {
  const suspects = index.table.segments.flatMap(
    (segment) =>
      Array.from(segment.keyHashes.keys())
        .filter((row) => segment.live[row] === 1 && !hashes.has(segment.keyHashes[row] ?? 0))
        .map((row) => segment.keyOf(row) as PaperKey), // Rows are made of papers.
  );
  // What came in since the keys were read is no suspect.
  const there = new Set((await papersAt(database, suspects)).map(({ key }) => key));
  const stale = suspects.filter((key) => !there.has(key));
  if (signal.aborted) return;
  const { model } = index.encoder;
  await store(
    database,
    index,
    stale.map((key) => tombstoneOf(model, key)),
  );
}

async function store(database: Database, index: LoadedIndex, rows: readonly SegmentRow[]): Promise<void> {
  if (rows.length === 0) return;
  takeIn(index, await addSegment(database, newSegment(index.encoder, rows)));
  while (await mergeOnce(database, index));
}
