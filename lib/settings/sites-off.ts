import { browser } from 'wxt/browser';
import { parseTexts } from './parse-texts';

/**
 * As in `store.ts`. Scripts on pages need this one field, and reading all of them would cost every page 0.5
 * KB.
 */
const KEY = 'settings';

/** The sites that are switched off: ids of listed ones, the host's name of any other. */
export async function readSitesOff(): Promise<readonly string[]> {
  return sitesOffIn(await readItem());
}

/** Switches a site on or off; everything else in the settings stays as it is. */
export async function switchSite(key: string, isOn: boolean): Promise<void> {
  const item = await readItem();
  const others = sitesOffIn(item).filter((other) => other !== key);
  await browser.storage.local.set({ [KEY]: { ...item, sitesOff: isOn ? others : [...others, key] } });
}

/** Calls back after each change of the settings. Gives the function that stops it. */
export function watchSitesOff(callback: (sitesOff: readonly string[]) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    const change = changes[KEY];
    if (area === 'local' && change !== undefined) callback(sitesOffIn(change.newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

async function readItem(): Promise<object> {
  const item: unknown = (await browser.storage.local.get(KEY))[KEY];
  return typeof item === 'object' && item !== null ? item : {};
}

function sitesOffIn(item: unknown): readonly string[] {
  return parseTexts((item as { readonly sitesOff?: unknown } | null | undefined)?.sitesOff); // The field is parsed.
}
