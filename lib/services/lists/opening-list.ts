import { createCoalescedRun } from '../../async';
import { report } from '../../log';
import { SECOND } from '../../model/dates';
import type { FeedItem, OpeningList } from '../../model/feed/lists';
import { listedSource, type Settings } from '../../settings/settings';
import type { FeedService } from './feed';

export interface OpeningListOptions {
  readonly feed: Pick<FeedService, 'edition' | 'status'>;
  readonly settings: () => Promise<Settings>;
  readonly store: { write(list: OpeningList | null): Promise<void> };
  readonly wait: (durationMs: number) => Promise<void>;
}

/** A first sync announces every page that it stores. */
const PAUSE_MS = SECOND;

/** Keeps the list ready that the popup opens with. */
export function createOpeningList({ feed, settings, store, wait }: OpeningListOptions) {
  async function make(): Promise<OpeningList | null> {
    const source = listedSource(await settings());
    const [edition, status] = await Promise.all([feed.edition({ source }), feed.status()]);
    return edition === null
      ? null
      : { edition: { ...edition, papers: edition.papers.map(withoutAbstract) }, status };
  }

  return {
    /** Says that the list, or a mark in it, changed: it is made anew soon. Never fails: it reports. */
    refresh: createCoalescedRun(
      () => wait(PAUSE_MS),
      async () => {
        try {
          await store.write(await make());
        } catch (error) {
          report('opening list: not stored', error); // The popup asks the worker, as it does in any case.
        }
      },
    ),
  };
}

/** Abstracts are most of a list's bytes, and none is open when the popup opens. */
function withoutAbstract({ paper: { abstract: _, ...paper }, ...item }: FeedItem): FeedItem {
  return { ...item, paper };
}
