import type { IsoDate } from '../model/dates';
import { identityKeys } from '../model/paper/identity';
import type { PaperKey, SourceId } from '../model/paper/paper';
import { allOrNothing } from './transactions';
import { type EncodeChange, FEED_STORES, type FeedWrite, type StoredChange } from './feed';
import type { Database } from './open';
import { allSaved } from './saved';
import type { StoredPaper } from './schema';
import { addSegments } from './segments';

/** How much may stay, and how much goes at once. */
export interface TrimOptions {
  /** The number of papers that may stay. Saved ones always stay. */
  readonly maxPapers: number;
  /** The number of papers that this step may delete. */
  readonly limit: number;
}

/**
 * Deletes the papers that are least worth keeping (`retentionScoreOf`) from the feed, its lists and its
 * segments, all or nothing. This is one step: call it until it deletes nothing. It never deletes papers of
 * the reading list.
 *
 * Errors: `storage`, `storage-full`, and what `encode` throws; then everything stays.
 */
export async function trimFeed(
  database: Database,
  { maxPapers, limit }: TrimOptions,
  encode: EncodeChange,
): Promise<StoredChange> {
  const saved = new Set(
    (await allSaved(database)).flatMap(({ key, paper }) => [key, ...identityKeys(paper)]),
  );
  const transaction: FeedWrite = database.transaction([...FEED_STORES], 'readwrite');
  return allOrNothing(transaction, async () => {
    const store = transaction.objectStore('papers');
    const excess = Math.min(limit, (await store.count()) - maxPapers);
    const taken: StoredPaper[] = [];
    let at = excess > 0 ? await store.index('retentionScore').openCursor() : null;
    while (at !== null && taken.length < excess) {
      if (!at.value.identity.some((key) => saved.has(key))) {
        taken.push(at.value);
        await at.delete();
      }
      at = await at.continue();
    }
    await takeOffLists(transaction, taken);
    const change = { papers: [], gone: taken.map(({ key }) => key) };
    const segments = taken.length === 0 ? [] : encode(change);
    return { ...change, segments: await addSegments(transaction.objectStore('segments'), segments) };
  });
}

/** An edition that lost all its papers stays, empty: its day was fetched, and need not be fetched again. */
async function takeOffLists(transaction: FeedWrite, taken: readonly StoredPaper[]): Promise<void> {
  const gone = new Set(taken.map(({ key }) => key));
  const positions = new Map<string, [SourceId, IsoDate]>();
  for (const { sources, listedOn } of taken) {
    if (listedOn === undefined) continue;
    for (const source of sources) positions.set(`${source} ${listedOn}`, [source, listedOn]);
  }
  const left = (keys: readonly PaperKey[]) => keys.filter((key) => !gone.has(key));
  const store = transaction.objectStore('editions');
  for (const position of positions.values()) {
    const edition = await store.get(position);
    if (edition !== undefined) await store.put({ ...edition, papers: left(edition.papers) });
  }
}
