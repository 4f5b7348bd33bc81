import type { Queue } from '../../async';
import { paperKeysAfter, papersAt } from '../../db/feed';
import type { Database } from '../../db/open';
import { countPapers } from '../../db/transactions';
import { addSegment, replaceSegments } from '../../db/segments';
import { report } from '../../log';
import type { PaperKey } from '../../model/paper/paper';
import { isWholeSegment } from '../../related/segments/segment-file';
import { tombstoneOf, type SegmentRow } from '../../related/segments/segment-row';
import { hashText } from '../../text/hash';
import { type LoadedIndex, newSegment, takeIn } from './loaded-index';
import { mergeOnce } from './merge';

/** What background work on an index needs. */
export interface IndexWork {
  readonly database: Database;
  /** Whatever writes papers or segments goes through here. */
  readonly inTurn: Queue;
  /** Lets messages in; called between pieces of some 10 ms. */
  readonly pause: () => Promise<void>;
  /** Aborted when the feed is cleared: this index is then obsolete. */
  readonly signal: AbortSignal;
  /** Called before each step of long work, so that a stopped worker is woken again. */
  readonly onStep: () => Promise<void>;
  /** Called before papers without abstract are read: the package may have rows for them. */
  readonly beforeTitles: () => Promise<void>;
  /** Papers read and stored per step; a stop of the worker loses at most one step. */
  readonly papersPerStep: number;
}

/** Keys are checked for this many steps at once: a list of keys costs little beside its request. */
const STEPS_PER_LOOK = 8;
/** Papers between two pauses: some 10 ms of work. */
const PAPERS_PER_PIECE = 20;

/**
 * Deletes segments whose damage length and format do not show. Call it before any merge, which would seal the
 * damage. Cost: 1 ms per megabyte, one segment between two pauses.
 */
export async function dropDamaged(work: IndexWork, index: LoadedIndex): Promise<void> {
  for (const [segment, id] of index.ids) {
    await work.pause();
    if (isWholeSegment(segment.vectors.buffer as ArrayBuffer)) continue; // `columnsOf` makes views of it.
    await work.inTurn(async () => {
      if (work.signal.aborted || !index.ids.delete(segment)) return;
      report('index: a segment is damaged', new Error(`${segment.count} rows`));
      index.hasLost = true;
      index.table.replace([segment], null);
      await replaceSegments(work.database, [id], null);
    });
  }
}

/**
 * Makes the index hold exactly the stored papers: adds rows for papers that have none, and takes out rows
 * whose paper is gone. In steps, each stored before the next, so that a stopped worker goes on where it was.
 *
 * Returns true when it is done, false when it was aborted. Errors: `storage`, `storage-full`. Cost: 0.3 ms
 * per missing paper.
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
    // The search for missing rows is work too: in a large feed it takes longer than an idle worker lives.
    await work.onStep();
    const missing = keys.filter((key) => index.table.find(key) === null);
    for (let start = 0; start < missing.length; start += papersPerStep) {
      await work.onStep();
      const step = missing.slice(start, start + papersPerStep);
      await work.inTurn(() => encodeMissing(work, index, step));
    }
    await work.pause();
    after = last;
  }
  if (index.table.count > (await countPapers(database))) {
    await work.inTurn(() => takeOutStale(work, index, hashes));
  }
  index.hasLost = false;
  return !signal.aborted;
}

/** Adds rows for the papers that have none yet. Nothing else writes meanwhile, so no row is stale when stored. */
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
  // Papers that came in after the keys were read are no suspects.
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
