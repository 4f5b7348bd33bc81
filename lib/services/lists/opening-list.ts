import { createCoalescedRun } from '../../async';
import { report } from '../../log';
import { SECOND } from '../../model/dates';
import type { EditionView, FeedItem, OpeningList } from '../../model/feed/lists';
import { identityKeys } from '../../model/paper/identity';
import type { SavedState } from '../../model/saved';
import { listedSource, type Settings } from '../../settings/settings';
import type { ReadingListService } from '../reading/reading-list';
import type { FeedService } from './feed';

export interface OpeningListOptions {
  readonly feed: Pick<FeedService, 'edition' | 'status'>;
  readonly readingList: Pick<ReadingListService, 'states'>;
  readonly settings: () => Promise<Settings>;
  readonly store: {
    read(): Promise<OpeningList | null>;
    write(list: OpeningList | null): Promise<void>;
  };
  readonly wait: (durationMs: number) => Promise<void>;
}

/** A first sync announces every page that it stores. */
const PAUSE_MS = SECOND;

/** Keeps the list ready that the popup opens with. */
export function createOpeningList({ feed, readingList, settings, store, wait }: OpeningListOptions) {
  /** Set while the list itself is due, not only the states in it. */
  let isListDue = false;

  async function list(): Promise<Omit<OpeningList, 'saved'> | null> {
    const source = listedSource(await settings());
    const [edition, status] = await Promise.all([feed.edition({ source }), feed.status()]);
    return edition === null
      ? null
      : { edition: { ...edition, papers: edition.papers.map(withoutAbstract) }, status };
  }

  async function savedIn({ papers }: EditionView): Promise<readonly SavedState[]> {
    const listed = new Set(papers.flatMap(({ paper }) => [paper.key, ...identityKeys(paper)]));
    return (await readingList.states()).filter(({ keys }) => keys.some((key) => listed.has(key)));
  }

  /** Renews what is due. Never fails: it reports. */
  const renew = createCoalescedRun(
    () => wait(PAUSE_MS),
    async () => {
      const isWhole = isListDue;
      isListDue = false;
      try {
        const made = await (isWhole ? list() : store.read());
        await store.write(made === null ? null : { ...made, saved: await savedIn(made.edition) });
      } catch (error) {
        report('opening list: not stored', error); // The popup asks the worker anyway.
      }
    },
  );

  return {
    /** Call it when the list has changed: the list is made anew soon. Never fails: it reports. */
    refresh(): Promise<void> {
      isListDue = true;
      return renew();
    },

    /** Call it when the reading list has changed: the kept list gets the new states soon. Never fails. */
    refreshStates: renew,
  };
}

/** Drops the abstracts: they are most of a list's bytes, and none is open when the popup opens. */
function withoutAbstract({ paper: { abstract: _, ...paper }, ...item }: FeedItem): FeedItem {
  return { ...item, paper };
}
