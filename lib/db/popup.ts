import { browser } from 'wxt/browser';
import type { OpeningList } from '../model/feed/lists';
import type { Visit } from '../model/feed/visit';

const SEEN_KEY = 'seenAtMs';
const SEEN_BEFORE_KEY = 'seenBeforeMs';

/** When the reader last visited the list: later papers are new. Null until the first sync is complete. */
export interface SeenAt {
  read(): Promise<Visit | null>;
  write(visit: Visit): Promise<void>;
}

export const seenAt: SeenAt = {
  async read() {
    const { [SEEN_KEY]: atMs, [SEEN_BEFORE_KEY]: beforeMs } = await browser.storage.local.get([
      SEEN_KEY,
      SEEN_BEFORE_KEY,
    ]);
    if (typeof atMs !== 'number') return null;
    return { atMs, beforeMs: typeof beforeMs === 'number' ? beforeMs : atMs };
  },
  async write({ atMs, beforeMs }) {
    await browser.storage.local.set({ [SEEN_KEY]: atMs, [SEEN_BEFORE_KEY]: beforeMs });
  },
};

const LIST_KEY = 'openingList';

/**
 * The list that the popup opens with, in `storage.local`. The popup reads it without the worker, whose start
 * takes longer than drawing the list; the worker's answer then replaces it.
 */
export const openingList = {
  /** Null before the first list, and after an update, which may have changed the form of a list. */
  async read(): Promise<OpeningList | null> {
    const { [LIST_KEY]: stored } = await browser.storage.local.get(LIST_KEY);
    const item = stored as Stored | undefined; // Only `write` writes it.
    return item?.version === version() ? item.list : null;
  },

  async write(list: OpeningList | null): Promise<void> {
    if (list === null) await browser.storage.local.remove(LIST_KEY);
    else await browser.storage.local.set({ [LIST_KEY]: { version: version(), list } satisfies Stored });
  },
};

interface Stored {
  /** Of the extension. */
  readonly version: string;
  readonly list: OpeningList;
}

function version(): string {
  return browser.runtime.getManifest().version;
}
