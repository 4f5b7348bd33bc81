import { browser } from 'wxt/browser';

// Scripts on pages need this one setting. Reading them all would cost every page 0.5 KB, so nothing is imported.

/** The item in `storage.local` that holds all settings. */
export const SETTINGS_KEY = 'settings';

/** The sites that are switched off: ids of listed ones, the host's name of any other. */
export async function readSitesOff(): Promise<readonly string[]> {
  return sitesOffIn(await readItem());
}

/** Switches a site on or off, and leaves all other settings as they are. */
export async function switchSite(key: string, isOn: boolean): Promise<void> {
  const item = await readItem();
  const others = sitesOffIn(item).filter((other) => other !== key);
  await browser.storage.local.set({
    [SETTINGS_KEY]: { ...item, sitesOff: isOn ? others : [...others, key] },
  });
}

/** Calls back after each change of the settings. Returns the function that stops it. */
export function watchSitesOff(callback: (sitesOff: readonly string[]) => void): () => void {
  return watchItem((item) => callback(sitesOffIn(item)));
}

/** Calls back with the item, and what it was before, after each change. Returns the function that stops it. */
export function watchItem(callback: (item: unknown, previous: unknown) => void): () => void {
  const listener = (
    changes: Record<string, { oldValue?: unknown; newValue?: unknown }>,
    area: string,
  ): void => {
    const change = changes[SETTINGS_KEY];
    if (area === 'local' && change !== undefined) callback(change.newValue, change.oldValue);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** The texts of a stored list, each once. Anything that is not a text, or not in a list, is left out. */
export function parseTexts(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? [...new Set(value.filter((item): item is string => typeof item === 'string'))]
    : [];
}

async function readItem(): Promise<object> {
  const item: unknown = (await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY];
  return typeof item === 'object' && item !== null ? item : {};
}

function sitesOffIn(item: unknown): readonly string[] {
  return parseTexts((item as { readonly sitesOff?: unknown } | null | undefined)?.sitesOff); // The field is parsed.
}
