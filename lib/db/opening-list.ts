import { browser } from 'wxt/browser';
import type { OpeningList } from '../model/feed/lists';

const KEY = 'openingList';

/**
 * The list that the popup opens with, in `storage.local`: read without the worker, whose start takes longer
 * than drawing the list. It is a copy of what the worker would answer, which replaces it.
 */
export const openingList = {
  /** Null before the first list, and after an update, which may have changed what a list looks like. */
  async read(): Promise<OpeningList | null> {
    const { [KEY]: stored } = await browser.storage.local.get(KEY);
    const item = stored as Stored | undefined; // Only `write` writes it.
    return item?.version === version() ? item.list : null;
  },

  async write(list: OpeningList | null): Promise<void> {
    if (list === null) await browser.storage.local.remove(KEY);
    else await browser.storage.local.set({ [KEY]: { version: version(), list } satisfies Stored });
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
