import { browser } from 'wxt/browser';
import { parseSettings } from './parse-settings';
import type { Settings } from './settings';

const KEY = 'settings';
/** Written with every change. A later form of the item is told apart by it and migrated on reading. */
const VERSION = 2;

/** The settings as stored, defaults filled in. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return parseSettings(stored[KEY]);
}

/** Changes some settings and gives all of them. */
export async function updateSettings(change: Partial<Settings>): Promise<Settings> {
  const settings = { ...(await readSettings()), ...change };
  await browser.storage.local.set({ [KEY]: { version: VERSION, ...settings } });
  return settings;
}

/**
 * Calls back after each change, wherever it was made, with the settings before it: a worker that the change
 * has woken remembers none. Gives the function that stops it.
 */
export function watchSettings(callback: (settings: Settings, previous: Settings) => void): () => void {
  const listener = (
    changes: Record<string, { oldValue?: unknown; newValue?: unknown }>,
    area: string,
  ): void => {
    const change = changes[KEY];
    if (area !== 'local' || change === undefined) return;
    callback(parseSettings(change.newValue), parseSettings(change.oldValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
