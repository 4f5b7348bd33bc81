import { browser } from 'wxt/browser';
import { countEditions } from '../../db/editions';
import { deleteFills } from '../../db/sync';
import type { OpenDatabase } from '../../db/open';
import { countPapers } from '../../db/transactions';
import type { DataUsage } from '../../messages/protocol';
import { compact } from '../../model/compact';
import type { Source } from '../../sources/types';
import type { FeedIndex } from '../index/feed-index';
import type { StarterService } from '../index/starter';
import type { ReadingListService } from '../reading/reading-list';
import type { SyncService } from '../sync/sync';

export interface StoredDataOptions {
  readonly open: OpenDatabase;
  readonly sources: readonly Pick<Source, 'id'>[];
  readonly sync: Pick<SyncService, 'runNow' | 'stop'>;
  readonly starter: Pick<StarterService, 'ensure' | 'stop'>;
  readonly index: Pick<FeedIndex, 'clear'>;
  readonly readingList: Pick<ReadingListService, 'clear' | 'count'>;
  /** Tells open pages that the feed changed. */
  readonly announceFeed: () => Promise<void>;
}

/** All that Paperkin keeps on this machine, as a whole. */
export function createStoredData(options: StoredDataOptions) {
  const { open, sources, sync, starter, index, readingList, announceFeed } = options;

  /** Whatever fills the feed would go on filling it while it is cleared. */
  async function stopFilling(): Promise<void> {
    await sync.stop();
    await starter.stop();
  }

  return {
    /** Bytes and counts, for people. */
    async usage(): Promise<DataUsage> {
      const database = await open();
      const [{ usage }, papers, editions, saved] = await Promise.all([
        navigator.storage.estimate(),
        countPapers(database),
        Promise.all(sources.map(({ id }) => countEditions(database, id))),
        readingList.count(),
      ]);
      const total = editions.reduce((sum, count) => sum + count, 0);
      return compact({ usedBytes: usage, papers, editions: total, saved });
    },

    /**
     * Forgets the cached feed, fills it from the package, and begins a sync of everything. The reading list
     * stays.
     *
     * Errors: `storage`; then the feed is as it was, and the next alarm or start goes on with the sync.
     */
    async clearFeed(): Promise<void> {
      await stopFilling();
      await index.clear();
      await starter.ensure().first; // The sync brings newer papers, so it comes second.
      await announceFeed();
      void sync.runNow(); // It reports its own failures and shows its state.
    },

    /**
     * Deletes the reading list, the feed, the jobs, the settings and what the tabs show. Nothing is fetched
     * until the next alarm or start.
     *
     * The reading list goes first: it is what readers mean, and its two copies must go together. Errors:
     * `storage`; then the rest is still there, and a second call deletes it.
     */
    async deleteAll(): Promise<void> {
      await stopFilling();
      await readingList.clear();
      await deleteFills(await open());
      await index.clear();
      await browser.storage.local.clear();
      await browser.storage.session.clear(); // What the open tabs show.
      await announceFeed();
    },
  };
}
