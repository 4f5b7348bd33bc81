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
  let due: 'list' | 'states' | null = null;
  let refreshing: Promise<void> | null = null;

  async function list(): Promise<Omit<OpeningList, 'saved'> | null> {
    const source = listedSource(await settings());
    const [edition, status] = await Promise.all([feed.edition({ source }), feed.status()]);
    return edition === null
      ? null
      : { edition: { ...edition, papers: edition.papers.map(withoutAbstract) }, status };
  }

  async function refreshWhileDue(): Promise<void> {
    try {
      while (due !== null) {
        await wait(PAUSE_MS);
        const isListDue = due === 'list';
        due = null;
        const made = await (isListDue ? list() : store.read());
        await store.write(made === null ? null : { ...made, saved: await savedIn(made.edition) });
      }
    } catch (error) {
      report('opening list: not stored', error); // The popup asks the worker anyway.
    }
    refreshing = null;
  }

  async function savedIn({ papers }: EditionView): Promise<readonly SavedState[]> {
    const listed = new Set(papers.flatMap(({ paper }) => [paper.key, ...identityKeys(paper)]));
    return (await readingList.states()).filter(({ keys }) => keys.some((key) => listed.has(key)));
  }

  function refreshSoon(what: 'list' | 'states'): Promise<void> {
    due = due === 'list' ? due : what;
    refreshing ??= refreshWhileDue();
    return refreshing;
  }

  return {
    /** Call it when the list has changed: the list is made anew soon. Never fails: it reports. */
    refresh: (): Promise<void> => refreshSoon('list'),

    /** Call it when the reading list has changed: the kept list gets the new states soon. Never fails. */
    refreshStates: (): Promise<void> => refreshSoon('states'),
  };
}

/** Drops the abstracts: they are most of a list's bytes, and none is open when the popup opens. */
function withoutAbstract({ paper: { abstract: _, ...paper }, ...item }: FeedItem): FeedItem {
  return { ...item, paper };
}
