import { browser } from 'wxt/browser';
import { parseSettings, type Settings } from './settings';
import { SETTINGS_KEY, watchItem } from './sites-off';

/** Written with every change, so that a later version can tell the form of the item and migrate it. */
const VERSION = 2;

/** The settings as stored, defaults filled in. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(SETTINGS_KEY);
  return parseSettings(stored[SETTINGS_KEY]);
}

/** Changes some settings and gives all of them. */
export async function updateSettings(change: Partial<Settings>): Promise<Settings> {
  const settings = { ...(await readSettings()), ...change };
  await browser.storage.local.set({ [SETTINGS_KEY]: { version: VERSION, ...settings } });
  return settings;
}

/**
 * Calls back after each change, wherever it was made. It passes the settings before the change too, as a
 * worker that the change has woken remembers none. Returns the function that stops it.
 */
export function watchSettings(callback: (settings: Settings, previous: Settings) => void): () => void {
  return watchItem((item, previous) => callback(parseSettings(item), parseSettings(previous)));
}
