import { browser } from 'wxt/browser';
import type { Visit } from '../model/feed/visit';

const KEY = 'seenAtMs';
const BEFORE_KEY = 'seenBeforeMs';

/** When the reader looked at the list: what came in later is new. Null before the first sync was complete. */
export interface SeenAt {
  read(): Promise<Visit | null>;
  write(look: Visit): Promise<void>;
}

export const seenAt: SeenAt = {
  async read() {
    const { [KEY]: atMs, [BEFORE_KEY]: beforeMs } = await browser.storage.local.get([KEY, BEFORE_KEY]);
    if (typeof atMs !== 'number') return null;
    return { atMs, beforeMs: typeof beforeMs === 'number' ? beforeMs : atMs };
  },
  async write({ atMs, beforeMs }) {
    await browser.storage.local.set({ [KEY]: atMs, [BEFORE_KEY]: beforeMs });
  },
};
