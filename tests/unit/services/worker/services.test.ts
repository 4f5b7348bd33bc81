import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { commitFeed } from '../../../../lib/db/feed';
import { seenAt } from '../../../../lib/db/popup';
import { createServices } from '../../../../lib/services/worker/services';
import { updateSettings } from '../../../../lib/settings/store';
import { arxivId, facts, NOW_MS, papers } from '../../../support/builders';
import { commitOf } from '../../../support/related/feed-index';
import { dailyPapers, workerWorld } from '../../../support/worker-world';

const PDF = { site: 'arxiv', ids: { arxiv: arxivId('2606.00009') }, view: 'pdf' } as const;
const stored = async (name: string) => (await browser.storage.local.get(name))[name];
const unknownPaper = { ids: PDF.ids, title: 'On whales', authors: [], categories: [] };

describe('the services of a worker', () => {
  it('read and ask nothing before they are asked', async () => {
    const world = workerWorld();
    const outside = world.outside();
    const readPackaged = vi.fn<typeof outside.readPackaged>();
    const wait = vi.fn<typeof outside.wait>();
    createServices({ ...outside, readPackaged, wait });
    expect([readPackaged.mock.calls, wait.mock.calls, world.asked]).toEqual([[], [], []]);
  });

  it('count what is new from the first complete sync on', async () => {
    const world = workerWorld();
    await updateSettings({ isHistoryPaused: true });
    world.respond = async (url) => (/limit=100$|trending/.test(url) ? dailyPapers('2026-06-09', 8) : '[]');
    const { sync, feed } = createServices(world.outside());
    await sync.runNow();
    expect((await seenAt.read())?.atMs).toBeGreaterThan(NOW_MS);
    expect(await feed.since()).toMatchObject({ total: 0 });
  });

  it('announce each change of the feed and of the reading list, and keep the opening list ready', async () => {
    const world = workerWorld();
    const { starter, readingList } = createServices(world.outside());
    await starter.ensure().whole;
    expect(await stored('news/feed')).toBeGreaterThanOrEqual(NOW_MS);
    await expect.poll(() => stored('openingList')).toBeDefined();
    expect(await stored('news/reading')).toBeUndefined();
    await readingList.save(facts(), 'reading');
    expect(await stored('news/reading')).toBeGreaterThanOrEqual(NOW_MS);
  });

  it('set an alarm while papers are read into the index, and clear it at the end', async () => {
    const world = workerWorld();
    await commitFeed(await world.open(), commitOf(papers(3)), () => []);
    const create = vi.spyOn(browser.alarms, 'create');
    const { index } = createServices(world.outside());
    await index.maintain();
    expect(create).toHaveBeenCalledWith('index', { when: expect.any(Number) });
    expect(await browser.alarms.get('index')).toBeUndefined();
    expect((await index.serving()).table.count).toBe(3);
  });

  it('let a question go before background work', async () => {
    const world = workerWorld();
    const { idleGate, index } = createServices(world.outside());
    await commitFeed(await world.open(), commitOf(papers(3)), () => []);
    let answer = (): void => undefined;
    void idleGate.follow(new Promise<void>((resolve) => (answer = resolve)));
    const startedMs = world.nowMs;
    const work = index.maintain();
    await expect.poll(() => world.nowMs).toBeGreaterThan(startedMs + 500);
    answer();
    await work;
    expect((await index.serving()).table.count).toBe(3);
  });

  it('say whether an annotation without related papers is to wait for the feed', async () => {
    const world = workerWorld();
    const { pages, starter } = createServices({
      ...world.outside(),
      wait: () => new Promise(() => undefined),
    });
    expect(await pages.annotate(7, PDF, unknownPaper)).toMatchObject({ state: 'empty', relatedCount: 0 });
    await starter.ensure().first;
    expect(await pages.annotate(7, PDF, unknownPaper)).toMatchObject({ state: 'syncing' });
  });

  it('know the paper of a tab by its address, where they may see it', async () => {
    const world = workerWorld();
    const { pages } = createServices(world.outside());
    const get = vi.spyOn(browser.tabs, 'get');
    get.mockResolvedValue({ url: 'https://arxiv.org/abs/2606.00009', incognito: true } as never); // What is read of it.
    expect(await pages.panel({ tabId: 7 })).toMatchObject({ ref: { ids: PDF.ids } });
    expect(await pages.isPrivate({ tabId: 7 })).toBe(true);
    get.mockResolvedValue({ incognito: false } as never); // As above.
    expect(await pages.panel({ tabId: 7 })).toBeNull();
  });

  it('ask a service for more only where the reader has allowed its hosts', async () => {
    const world = workerWorld();
    await updateSettings({ providersOn: ['openalex'] });
    const { moreRelated } = createServices(world.outside());
    const asked = moreRelated.find('openalex', PDF.ids, { canAsk: true, isPrivate: false });
    await expect(asked).rejects.toMatchObject({ code: 'no-permission' });
    expect(world.asked).toEqual([]);
  });

  it('keep the feed within the budget after a sync', async () => {
    const world = workerWorld();
    await updateSettings({ isHistoryPaused: true, maxPapers: 1_000 });
    await commitFeed(await world.open(), commitOf(papers(1_003)), () => []);
    const { sync, feed } = createServices(world.outside());
    world.respond = async () => '[]';
    await sync.runNow();
    expect(await feed.status()).toMatchObject({ papers: 1_000 });
  });
});
