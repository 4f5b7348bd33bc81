import { browser } from 'wxt/browser';

/** Permissions to run on sites, and the tab they would be for: the browser's own, or a test's. */
export interface SitePermissions {
  /** All origins granted now. */
  readonly granted: () => Promise<readonly string[]>;
  /** Asks the reader; true when all of them are granted. Only right in the handler of a click. */
  readonly request: (origins: readonly string[]) => Promise<boolean>;
  readonly remove: (origins: readonly string[]) => Promise<void>;
  /** Calls back after each change. Gives what stops it. */
  readonly watch: (callback: () => void) => () => void;
  /** The tab that the popup was opened on; undefined in a window without tabs. */
  readonly activeTab: () => Promise<number | undefined>;
}

/** The permissions of this installation. */
export const SITE_PERMISSIONS: SitePermissions = {
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
};
