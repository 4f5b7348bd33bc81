import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { findJob } from '../../../../lib/db/sync';
import { seenAt } from '../../../../lib/db/popup';
import { tabPapers } from '../../../../lib/db/tab-papers';
import { createWorkerGate } from '../../../../lib/messages/gate';
import { listen, type Sender } from '../../../../lib/messages/handle';
import { DAY } from '../../../../lib/model/dates';
import { RELATED_AT_ONCE, RELATED_LIMIT } from '../../../../lib/model/related';
import type { PaperRef } from '../../../../lib/model/paper/page';
import { createHandlers } from '../../../../lib/services/worker/handlers';
import { createServices } from '../../../../lib/services/worker/services';
import { DEFAULT_SETTINGS } from '../../../../lib/settings/settings';
import { readSettings, updateSettings } from '../../../../lib/settings/store';
import { arxivId, facts } from '../../../support/builders';
import { dailyPapers, workerWorld } from '../../../support/worker-world';

const PAGE_URL = 'https://arxiv.org/abs/2606.00001';
const ref: PaperRef = { site: 'arxiv', ids: { arxiv: arxivId('2606.00001') }, view: 'abstract' };
const meta = {
  ids: ref.ids,
  title: 'Coding agents, volume 1',
  authors: ['Author of Volume-1'],
  categories: [],
};
const invented = { token: '6f1f8f4e-8f0e-4b2e-9d3a-0123456789ab' };

/** The services of a worker, asked by messages; the tab 7 shows a page of arXiv. */
function startWorker() {
  const world = workerWorld();
  vi.spyOn(browser.tabs, 'get').mockResolvedValue({ url: PAGE_URL, incognito: false } as never); // What is read of it.
  const gate = createWorkerGate((url) => url.hostname === 'arxiv.org');
  const services = createServices(world.outside());
  listen(createHandlers(services), gate);
  const fromPage = (tab: object) =>
    world.sendAs({ id: browser.runtime.id, url: PAGE_URL, tab: tab as NonNullable<Sender['tab']> }); // What the handlers read of it.
  return {
    world,
    index: services.index,
    fromLibrary: world.send,
    fromPage: fromPage({ id: 7 }),
    fromPrivatePage: fromPage({ id: 7, incognito: true }),
    /** As devtools windows have it. */
    fromNowhere: fromPage({}),
  };
}

/** A worker whose feed has these papers of one day. */
async function synced(...numbers: readonly number[]) {
  const worker = startWorker();
  const { world, fromLibrary } = worker;
  await updateSettings({ isHistoryPaused: true });
  world.respond = async (url) =>
    /papers\?limit=|date=2026-06-09/.test(url) ? dailyPapers('2026-06-09', ...numbers) : '[]';
  await fromLibrary('feed.sync');
  await expect
    .poll(async () => findJob(await world.open(), 'hf-daily'))
    .toMatchObject({ state: { kind: 'waiting', reason: 'schedule' } });
  return worker;
}

describe('the way of a reader', () => {
  it('goes from the page over the panel to the saved paper', async () => {
    const { fromPage, fromLibrary } = await synced(1, 2);
    const { panelToken, relatedCount } = await fromPage('page.annotate', { ref, meta });
    expect(relatedCount).toBe(1);

    const panel = await fromLibrary('panel.paper', { token: panelToken });
    expect(panel?.paper.title).toBe(meta.title);
    expect(await fromLibrary('panel.paper', { tabId: 7 })).toEqual(panel);
    const { items } = await fromLibrary('related.find', {
      of: { token: panelToken },
      limit: RELATED_LIMIT,
      sort: 'closest',
    });
    expect(items.map(({ paper }) => paper.key)).toEqual(['arxiv:2606.00002']);

    const opening = await fromLibrary('panel.open', { token: panelToken });
    expect(opening).toMatchObject({ address: { token: panelToken }, panel, related: { items } });

    const { key } = await fromLibrary('reading.save', { paper: facts(), state: 'to-read' });
    expect(await fromPage('page.annotate', { ref, meta })).toMatchObject({ isSaved: true, panelToken });
    expect(await fromPage('page.isSaved')).toBe(true);
    expect(await fromLibrary('reading.states')).toEqual([
      { keys: expect.arrayContaining([key]), state: 'to-read' },
    ]);
    await fromLibrary('reading.remove', { key });
    expect(await fromPage('page.isSaved')).toBe(false);
    expect((await fromLibrary('reading.list')).papers).toEqual([]);
    await fromLibrary('reading.restore', { key });
    const text = await fromLibrary('reading.export');
    expect(await fromLibrary('reading.import', { text })).toMatchObject({ unchanged: 1 });
  });

  it('ranks the feed once for the annotation, the sidebar that opens, and a bookmark', async () => {
    const numbers = Array.from({ length: RELATED_LIMIT + 2 }, (_, index) => index + 1);
    const { index, fromPage, fromLibrary } = await synced(...numbers);
    const ranked = vi.spyOn((await index.serving()).table, 'find'); // Each ranking looks up the paper's own row.

    const { panelToken } = await fromPage('page.annotate', { ref, meta });
    const opening = await fromLibrary('panel.open', { token: panelToken });
    const request = { of: { token: panelToken }, limit: RELATED_LIMIT, sort: 'closest' } as const;
    const all = await fromLibrary('related.find', request);
    expect(opening?.related.items).toHaveLength(RELATED_AT_ONCE);
    expect(all.items).toHaveLength(RELATED_LIMIT);
    expect(all.items.slice(0, RELATED_AT_ONCE)).toEqual(opening?.related.items);
    expect(ranked).toHaveBeenCalledTimes(1);

    await fromLibrary('reading.save', { paper: facts(), state: 'to-read' });
    await fromLibrary('reading.states');
    await fromPage('page.isSaved');
    expect(ranked).toHaveBeenCalledTimes(1);

    await fromLibrary('related.find', { ...request, sort: 'newest' });
    expect(ranked).toHaveBeenCalledTimes(2);
  });
});

describe('the feed', () => {
  it('is listed, searched, and described by its status and topics', async () => {
    const { fromLibrary } = await synced(1, 2);
    const newest = { date: '2026-06-09', papers: { length: 2 } };
    expect(await fromLibrary('feed.edition', { source: 'hf-daily' })).toMatchObject(newest);
    expect(await fromLibrary('feed.search', { text: 'volume 2', limit: 1 })).toHaveLength(1);
    expect(await fromLibrary('feed.status')).toMatchObject({
      papers: 2,
      newestEdition: { date: '2026-06-09' },
    });

    const page = await fromLibrary('topics.page', { topic: 'Coding Agents', sort: 'newest', limit: 10 });
    expect(page).toMatchObject({ papers: 2, months: [{ month: '2026-06', papers: 2 }] });
    expect(page?.items).toHaveLength(2);
    expect((await fromLibrary('topics.overview')).papers).toBe(2);
    expect(await fromLibrary('topics.page', { topic: 'nothing', sort: 'newest', limit: 1 })).toBeNull();
  });

  it('tells what came in since the last visit, across missed days', async () => {
    const { world, fromLibrary } = await synced(1, 2);
    const sinceMs = world.nowMs - 2 * DAY;
    await seenAt.write({ atMs: sinceMs, beforeMs: sinceMs });
    await fromLibrary('feed.markSeen');
    expect(await fromLibrary('feed.since')).toMatchObject({
      sinceMs,
      days: [{ source: 'hf-daily', date: '2026-06-09', papers: { length: 2 } }],
      total: 2,
    });
  });

  it('is cleared and filled anew from the package, or deleted with all that is the reader’s', async () => {
    const { world, fromPage, fromLibrary } = await synced(8, 9);
    world.respond = async () => '[]'; // The sync that follows brings nothing.
    await fromPage('page.annotate', { ref, meta });
    await fromLibrary('reading.save', { paper: facts(), state: 'to-read' });
    await fromLibrary('feed.clear');
    expect(await fromLibrary('data.usage')).toMatchObject({ usedBytes: 1234, papers: 3, saved: 1 });

    await fromLibrary('data.deleteAll');
    expect(await fromLibrary('data.usage')).toMatchObject({ papers: 0, editions: 0, saved: 0 });
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
    expect(await browser.storage.session.get(null)).toEqual({});
  });
});

describe('the past', () => {
  it('is paused and resumed by a setting', async () => {
    const { fromLibrary } = startWorker();
    for (const isPaused of [true, false]) {
      await fromLibrary('feed.pause', { isPaused });
      expect(await readSettings()).toMatchObject({ isHistoryPaused: isPaused });
    }
  });

  it('of a category is estimated, fetched, and ended', async () => {
    const { world, fromLibrary } = startWorker();
    const fill = { category: 'cs.LG', months: 3 };
    expect(await fromLibrary('fill.estimate', fill)).toMatchObject({ isOverBudget: false });
    expect(world.asked).toEqual([]);

    const job = async () => findJob(await world.open(), 'arxiv/fill/cs.LG');
    await fromLibrary('fill.start', fill);
    await expect.poll(job).toMatchObject({ goalOn: '2026-03-10' });
    await fromLibrary('fill.stop', { category: 'cs.LG' });
    await expect.poll(job).toBeUndefined();
  });
});

describe('page.annotate', () => {
  it('from a private window asks nobody', async () => {
    const { world, fromPrivatePage } = startWorker();
    await fromPrivatePage('page.annotate', { ref: { ...ref, view: 'pdf' } });
    expect(await tabPapers.byTab(7)).toMatchObject({ isPrivate: true });
    expect(world.asked).toEqual([]);
  });

  it('from a page whose tab has no number is refused', async () => {
    const { fromNowhere } = startWorker();
    await expect(fromNowhere('page.annotate', { ref, meta })).rejects.toMatchObject({ code: 'bad-message' });
  });
});

describe('panels', () => {
  /** A worker whose tab 7 shows an annotated page. */
  async function annotated() {
    const worker = startWorker();
    const { panelToken } = await worker.fromPage('page.annotate', { ref, meta });
    return { ...worker, address: { token: panelToken }, sendToTab: worker.world.browser.sendToTab };
  }

  it('close the sidebar of their own tab, and of no other', async () => {
    const { fromLibrary, address, sendToTab } = await annotated();
    await fromLibrary('panel.close', address);
    expect(sendToTab).toHaveBeenCalledWith(7, { paperkin: 1, name: 'sidebar.close' }, { frameId: 0 });
    await fromLibrary('panel.close', { tabId: 9 });
    expect(sendToTab).toHaveBeenLastCalledWith(9, expect.anything(), { frameId: 0 });
    await fromLibrary('panel.close', invented);
    expect(sendToTab).toHaveBeenCalledTimes(2);
  });

  it('switch the site of their page off: the page does it, else the worker', async () => {
    const { fromLibrary, address, sendToTab } = await annotated();
    await fromLibrary('panel.switchOff', address);
    expect(sendToTab).toHaveBeenCalledWith(7, { paperkin: 1, name: 'site.switchOff' }, { frameId: 0 });
    expect((await readSettings()).sitesOff).toEqual([]);

    sendToTab.mockRejectedValue(new Error('Receiving end does not exist.'));
    await fromLibrary('panel.switchOff', { tabId: 7 });
    expect((await readSettings()).sitesOff).toEqual(['arxiv']);
  });

  it('tell the page of their token that they run; an invented token is refused', async () => {
    const { fromLibrary, address, sendToTab } = await annotated();
    await fromLibrary('panel.ready', address);
    expect(sendToTab).toHaveBeenCalledWith(7, { paperkin: 1, name: 'sidebar.ready' }, { frameId: 0 });
    await expect(fromLibrary('panel.ready', invented)).rejects.toMatchObject({ code: 'forbidden' });
    expect(sendToTab).toHaveBeenCalledTimes(1);
  });

  it('do not open in a browser without a side panel of its own', async () => {
    const { fromPage } = startWorker();
    Object.defineProperty(browser, 'sidePanel', { value: undefined, configurable: true });
    await expect(fromPage('page.openSidePanel')).rejects.toMatchObject({ code: 'unavailable' });
  });
});
