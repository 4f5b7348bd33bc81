import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { announce, type News, watchNews } from '../../../lib/messages/news';

describe('news', () => {
  it('reach those who watch, with what changed before', async () => {
    const told = vi.fn<(news: News) => void>();
    watchNews(told);
    await announce('feed', 5);
    await announce('reading', 6);
    expect(told.mock.calls).toEqual([[{ feed: 5, reading: 0 }], [{ feed: 5, reading: 6 }]]);
  });

  it('of two parts at the same time are both told', async () => {
    const told = vi.fn<(news: News) => void>();
    watchNews(told);
    await Promise.all([announce('feed', 5), announce('reading', 6), announce('feed', 7)]);
    expect(told).toHaveBeenLastCalledWith({ feed: 7, reading: 6 });
  });

  it('are not told after the end, nor of other items, nor of deleted ones', async () => {
    const told = vi.fn<(news: News) => void>();
    const stop = watchNews(told);
    await fakeBrowser.storage.local.set({ settings: 1, 'news/feed': 'soon' });
    await announce('feed', 5);
    await fakeBrowser.storage.local.clear();
    stop();
    await announce('feed', 6);
    expect(told).toHaveBeenCalledTimes(1);
  });
});
