import { browser } from 'wxt/browser';

/** When each part last changed, ms since epoch; 0 before the first change that the watcher saw. */
export interface News {
  readonly feed: number;
  readonly reading: number;
}

/** One item per part: in a single item, two simultaneous announcements could undo each other. */
const KEYS = { feed: 'news/feed', reading: 'news/reading' } as const satisfies Record<keyof News, string>;

/**
 * Tells all open pages that something changed, by a small item in `storage.local`.
 *
 * A broadcast would miss pages that sleep; a stored item is there when they wake.
 */
export async function announce(part: keyof News, nowMs: number): Promise<void> {
  await browser.storage.local.set({ [KEYS[part]]: nowMs });
}

/** Calls back after each announcement. Returns the function that stops it. */
export function watchNews(callback: (news: News) => void): () => void {
  let news: News = { feed: 0, reading: 0 };
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    const feed = changes[KEYS.feed]?.newValue;
    const reading = changes[KEYS.reading]?.newValue;
    // A deleted item ("delete all data") is no news: the deletion announces itself.
    if (area !== 'local' || (typeof feed !== 'number' && typeof reading !== 'number')) return;
    news = {
      feed: typeof feed === 'number' ? feed : news.feed,
      reading: typeof reading === 'number' ? reading : news.reading,
    };
    callback(news);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
