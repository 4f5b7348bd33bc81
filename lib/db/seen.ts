import { browser } from 'wxt/browser';

const KEY = 'seenAtMs';

/**
 * When the reader last looked at the list: what came in later is new. Null before the first sync was
 * complete.
 */
export interface SeenAt {
  read(): Promise<number | null>;
  write(timeMs: number): Promise<void>;
}

export const seenAt: SeenAt = {
  async read() {
    const { [KEY]: value } = await browser.storage.local.get(KEY);
    return typeof value === 'number' ? value : null;
  },
  async write(timeMs) {
    await browser.storage.local.set({ [KEY]: timeMs });
  },
};
