import { createContext } from 'react';
import { browser } from 'wxt/browser';
import { watchNews } from '../../lib/messages/news';
import { send } from '../../lib/messages/send';
import { readSettings, updateSettings, watchSettings } from '../../lib/settings/store';

/** Permissions to run on sites, and the tab they would be for: the browser's own, or a test's. */
export interface SitePermissions {
  /** All origins granted now. */
  readonly granted: () => Promise<readonly string[]>;
  /** Asks the reader; true when all of them are granted. Works only in the handler of a click. */
  readonly request: (origins: readonly string[]) => Promise<boolean>;
  readonly remove: (origins: readonly string[]) => Promise<void>;
  /** Calls back after each change. Returns what stops it. */
  readonly watch: (callback: () => void) => () => void;
  /** The tab that the popup was opened on; undefined in a window without tabs. */
  readonly activeTab: () => Promise<number | undefined>;
}

/** All that the interface asks of the rest of the extension. */
export interface Outside {
  readonly send: typeof send;
  readonly watchNews: typeof watchNews;
  readonly readSettings: typeof readSettings;
  readonly updateSettings: typeof updateSettings;
  readonly watchSettings: typeof watchSettings;
  readonly sitePermissions: SitePermissions;
}

/** The worker, the settings and the permissions of this installation; tests provide their own. */
export const OutsideContext = createContext<Outside>({
  send,
  watchNews,
  readSettings,
  updateSettings,
  watchSettings,
  sitePermissions: {
    granted: async () => (await browser.permissions.getAll()).origins ?? [],
    request: (origins) => browser.permissions.request({ origins: [...origins] }),
    remove: async (origins) => {
      await browser.permissions.remove({ origins: [...origins] });
    },
    watch: (callback) => {
      browser.permissions.onAdded.addListener(callback);
      browser.permissions.onRemoved.addListener(callback);
      return () => {
        browser.permissions.onAdded.removeListener(callback);
        browser.permissions.onRemoved.removeListener(callback);
      };
    },
    activeTab: async () => (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id,
  },
});
