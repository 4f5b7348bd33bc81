import { beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { mirror } from '../../../../lib/db/saved';
import { seenAt } from '../../../../lib/db/popup';
import { tabPapers } from '../../../../lib/db/tab-papers';
import type { HttpGet } from '../../../../lib/http';
import { createWorkerGate } from '../../../../lib/messages/gate';
import { createReceiver, type Sender } from '../../../../lib/messages/handle';
import { createSend, type Send } from '../../../../lib/messages/send';
import { DAY } from '../../../../lib/model/dates';
import { RELATED_AT_ONCE, RELATED_LIMIT } from '../../../../lib/model/related';
import type { PageSite, PaperRef } from '../../../../lib/model/paper/page';
import { providers } from '../../../../lib/providers';
import { rankPapers } from '../../../../lib/related/rank/rank';
import { createAbstracts } from '../../../../lib/services/lists/abstracts';
import { createFeedService } from '../../../../lib/services/lists/feed';
import { createMetadata } from '../../../../lib/services/pages/metadata';
import { createMoreRelated } from '../../../../lib/services/pages/more-related';
import { createPages } from '../../../../lib/services/pages/pages';
import { createReadingList } from '../../../../lib/services/reading/reading-list';
import { estimateFillOf } from '../../../../lib/services/sync/fills';
import { createHandlers } from '../../../../lib/services/worker/handlers';
import { createStoredData } from '../../../../lib/services/worker/stored-data';
import { DEFAULT_SETTINGS } from '../../../../lib/settings/settings';
import { readSettings, updateSettings } from '../../../../lib/settings/store';
import type { SourceRecord } from '../../../../lib/sources/types';
import type { Topics } from '../../../../lib/topics/vocabulary/types';
import { arxivId, day, facts, paperKey } from '../../../support/builders';
import { accessTo } from '../../../support/sites/fake-access';
import { fakeSource, page, type ScriptedAnswer } from '../../../support/feed/fake-source';
import { relatedOn, smallTopics } from '../../../support/related/related-service';
import { type SyncWorld, syncWorld } from '../../../support/feed/sync-world';

const ORIGIN = 'chrome-extension://paperkin';
const PAGE_URL = 'https://arxiv.org/abs/2606.00001';
const ref: PaperRef = { site: 'arxiv', ids: { arxiv: arxivId('2606.00001') }, view: 'abstract' };
const SITE: PageSite = { id: 'arxiv', key: 'arxiv', name: 'arXiv', isSinglePage: false, anchors: [] };
const meta = { ids: ref.ids, title: facts().title, authors: facts().authors, categories: [] };
const other = facts({ ids: { arxiv: arxivId('2606.00002') }, title: 'Coding agents of another kind' });

const recordOf = (paper: typeof other): SourceRecord => ({
  paper,
  link: 'https://example.org',
  edition: day('2026-06-09'),
});

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(browser.runtime, 'getURL').mockImplementation((path: string) => `${ORIGIN}${path}`);
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage: 1234 }) } });
});

interface Worker {
  readonly world: SyncWorld;
  readonly answers: Map<string, ScriptedAnswer>;
  readonly asked: readonly string[];
  /** Finds the topics of a page; the index has its own. */
  readonly topicsOf: Mock<Topics['topicsOf']>;
  readonly rank_: Mock<typeof rankPapers>;
  readonly announced: () => number;
  readonly fromPage: Send;
  readonly fromLibrary: Send;
  readonly fromNowhere: Send;
  readonly fromPrivatePage: Send;
}

/** A whole worker with one scripted source, asked over a direct line. */
function startWorker(): Worker {
  const answers = new Map<string, ScriptedAnswer>([['latest', page([recordOf(facts()), recordOf(other)])]]);
  const source = fakeSource({ plan: ['latest'], answers });
  const world = syncWorld([source]);
  const { open } = world;
  const now = () => world.nowMs;
  const known = smallTopics();
  const topicsOf = vi.spyOn(known, 'topicsOf');
  const rank_ = vi.fn<typeof rankPapers>(rankPapers);
  const { index, related, topics } = relatedOn(open, { topics: known, rank_ });
  const readingList = createReadingList({ open, mirror, now, onChange: async () => undefined });
  const feed = createFeedService({
    open,
    sources: [source],
    related,
    seenAt,
    onVisit: () => undefined,
    now,
  });
  const arxiv = {
    ...fakeSource({ id: 'arxiv', answers: new Map() }), // Any look-up of it fails.
    fillCost: { papersPerRequest: 200, usualPapersPerList: () => 300 },
  };
  const metadata = createMetadata({
    open,
    arxiv,
    get: vi.fn<HttpGet>(),
    settings: async () => DEFAULT_SETTINGS,
    now,
  });
  const sync = world.start({ commit: (commit) => index.commit(commit) });
  const pages = createPages({
    metadata,
    related,
    readingList,
    tabPapers,
    feedState: async () => 'empty',
    pageOfTab: async () => ({
      address: PAGE_URL,
      page: { kind: 'paper', site: SITE, ref },
      isPrivate: false,
    }),
    settings: async () => DEFAULT_SETTINGS,
  });
  let announcements = 0;
  const announceFeed = async () => {
    announcements++;
  };
  const moreRelated = createMoreRelated({
    open,
    providers,
    get: vi.fn<HttpGet>(),
    settings: async () => DEFAULT_SETTINGS,
    isAllowed: async () => true,
    now,
    wait: async () => undefined,
  });
  const starter = {
    ensure: () => ({ first: Promise.resolve(), whole: Promise.resolve() }),
    stop: async () => undefined,
    isLoading: () => false,
  };
  const abstracts = createAbstracts({ open, get: vi.fn<HttpGet>(), sources: [], index, now });
  const handlers = createHandlers({
    abstracts,
    feed,
    starter,
    moreRelated,
    pages,
    readingList,
    related,
    siteAccess: accessTo([]),
    sync,
    topics,
    updateSettings,
    estimateFill: (category, months) =>
      estimateFillOf(arxiv, category, months, { open, settings: readSettings, now }),
    storedData: createStoredData({
      open,
      sources: [source],
      sync,
      starter,
      index,
      readingList,
      announceFeed,
    }),
  });
  const receive = createReceiver(
    handlers,
    createWorkerGate((url) => url.hostname === 'arxiv.org'),
  );
  const sendAs = (sender: Sender) =>
    createSend(async (call) =>
      JSON.parse(JSON.stringify(await receive(JSON.parse(JSON.stringify(call)), sender))),
    );
  const tab = { id: 7 } as NonNullable<Sender['tab']>; // What the handlers read of it.
  return {
    world,
    answers,
    asked: source.asked,
    topicsOf,
    rank_,
    announced: () => announcements,
    fromPage: sendAs({ id: browser.runtime.id, url: PAGE_URL, tab }),
    fromNowhere: sendAs({ id: browser.runtime.id, url: PAGE_URL, tab: {} as NonNullable<Sender['tab']> }), // As devtools windows have it.
    fromPrivatePage: sendAs({ id: browser.runtime.id, url: PAGE_URL, tab: { ...tab, incognito: true } }),
    fromLibrary: sendAs({ id: browser.runtime.id, url: `${ORIGIN}/library.html` }),
  };
}

async function synced(): Promise<Worker> {
  const worker = startWorker();
  await worker.fromLibrary('feed.sync');
  await expect
    .poll(() => worker.world.job())
    .toMatchObject({ state: { kind: 'waiting', reason: 'schedule' } });
  return worker;
}

describe('the way of a reader', () => {
  it('goes from the page over the panel to the saved paper', async () => {
    const { fromPage, fromLibrary } = await synced();
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
    const { world, answers, topicsOf, rank_, fromPage, fromLibrary } = startWorker();
    const related = Array.from({ length: RELATED_LIMIT + 1 }, (_, index) =>
      facts({ ids: { arxiv: arxivId(`2605.${10_000 + index}`) }, title: `Coding agents of group ${index}` }),
    );
    answers.set('latest', page(related.map(recordOf)));
    await fromLibrary('feed.sync');
    await expect.poll(() => world.job()).toHaveProperty('lastSuccessAtMs');

    const { panelToken } = await fromPage('page.annotate', { ref, meta });
    const opening = await fromLibrary('panel.open', { token: panelToken });
    const request = { of: { token: panelToken }, limit: RELATED_LIMIT, sort: 'closest' } as const;
    const all = await fromLibrary('related.find', request);
    expect(opening?.related.items).toHaveLength(RELATED_AT_ONCE);
    expect(all.items).toHaveLength(RELATED_LIMIT);
    expect(all.items.slice(0, RELATED_AT_ONCE)).toEqual(opening?.related.items);
    expect(rank_).toHaveBeenCalledTimes(1);
    expect(topicsOf).toHaveBeenCalledTimes(1);

    await fromLibrary('reading.save', { paper: facts(), state: 'to-read' });
    await fromLibrary('reading.states');
    await fromPage('page.isSaved');
    expect(rank_).toHaveBeenCalledTimes(1);

    await fromLibrary('related.find', { ...request, sort: 'newest' });
    expect(rank_).toHaveBeenCalledTimes(2);
  });

  it('may not be taken by the page itself', async () => {
    const { fromPage } = startWorker();
    await expect(fromPage('reading.export')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(fromPage('reading.remove', { key: paperKey('arxiv:2606.00001') })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('the feed', () => {
  it('is listed, searched and described', async () => {
    const { fromLibrary } = await synced();
    expect(await fromLibrary('feed.edition', { source: 'hf-daily' })).toMatchObject({
      date: '2026-06-09',
      papers: { length: 2 },
    });
    expect(await fromLibrary('feed.search', { text: 'another kind', limit: 5 })).toHaveLength(1);
    expect(await fromLibrary('feed.status')).toMatchObject({
      papers: 2,
      newestEdition: { date: '2026-06-09' },
    });
    expect(await fromLibrary('data.usage')).toEqual({ usedBytes: 1234, papers: 2, editions: 1, saved: 0 });
  });

  it('counts as seen only once the first sync was complete', async () => {
    const { world, fromLibrary } = startWorker();
    await fromLibrary('feed.markSeen');
    expect(await seenAt.read()).toBeNull();
    await seenAt.write({ atMs: 1, beforeMs: 1 });
    await fromLibrary('feed.markSeen');
    expect(await seenAt.read()).toEqual({ atMs: world.nowMs, beforeMs: 1 });
  });

  it('is fetched whole again after it was cleared in the middle of a sync', async () => {
    const { world, answers, asked, announced, fromLibrary } = startWorker();
    answers.set('latest', page([recordOf(facts())], ['2026-06-08']));
    answers.set('2026-06-08', 'hangs');
    await fromLibrary('feed.sync');
    await expect.poll(() => asked).toEqual(['latest', '2026-06-08']);
    answers.set('2026-06-08', page([recordOf(other)]));

    await fromLibrary('feed.clear');

    expect(announced()).toBe(1);
    await expect.poll(() => world.job()).toHaveProperty('lastSuccessAtMs');
    expect(asked.slice(2)).toEqual(['latest', '2026-06-08']);
    expect(await fromLibrary('feed.status')).toMatchObject({ papers: 2 });
  });
});

describe('the past', () => {
  it('is paused and resumed by a setting', async () => {
    const { fromLibrary } = startWorker();
    await fromLibrary('feed.pause', { isPaused: true });
    expect(await readSettings()).toMatchObject({ isHistoryPaused: true });
    await fromLibrary('feed.pause', { isPaused: false });
    expect(await readSettings()).toMatchObject({ isHistoryPaused: false });
  });

  it('of a category is estimated, fetched, shown in the status, and ended', async () => {
    const { world, fromLibrary } = startWorker();
    expect(await fromLibrary('fill.estimate', { category: 'cs.LG', months: 3 })).toMatchObject({
      isOverBudget: false,
    });
    // This worker knows no arXiv: nothing is begun for a source that is not there.
    await fromLibrary('fill.start', { category: 'cs.LG', months: 3 });
    await fromLibrary('fill.stop', { category: 'cs.LG' });
    expect(await world.job('arxiv/fill/cs.LG')).toBeUndefined();
  });
});

describe('feed.since', () => {
  it('lists what came in since the last visit, across missed days', async () => {
    const { world, fromLibrary } = await synced();
    expect(await fromLibrary('feed.since')).toEqual({ sinceMs: null, days: [], total: 0 });
    await seenAt.write({ atMs: world.nowMs - 2 * DAY, beforeMs: world.nowMs - 2 * DAY });
    await fromLibrary('feed.markSeen');
    expect(await fromLibrary('feed.since')).toMatchObject({
      sinceMs: world.nowMs - 2 * DAY,
      days: [{ source: 'hf-daily', date: '2026-06-09', papers: { length: 2 } }],
      total: 2,
    });
  });
});

describe('page.annotate', () => {
  it('from a private window asks nobody', async () => {
    const { fromPrivatePage } = startWorker();
    await fromPrivatePage('page.annotate', { ref: { ...ref, view: 'pdf' } });
    expect(await tabPapers.byTab(7)).toMatchObject({ isPrivate: true });
  });
});

describe('data.deleteAll', () => {
  it('leaves nothing of feed, reading list, mirror, settings and open tabs', async () => {
    const { announced, fromLibrary, fromPage } = await synced();
    await fromPage('page.annotate', { ref, meta });
    await fromLibrary('reading.save', { paper: facts(), state: 'to-read' });
    await fakeBrowser.storage.local.set({ settings: { theme: 'dark' } });

    await fromLibrary('data.deleteAll');

    expect(await fromLibrary('data.usage')).toMatchObject({ papers: 0, editions: 0, saved: 0 });
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
    expect(announced()).toBe(1);
  });
});

describe('panels', () => {
  it('close the sidebar of their own tab, and of no other', async () => {
    const sendMessage = vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue({ ok: true } as never); // The polyfill’s type says void.
    const { fromPage, fromLibrary } = startWorker();
    const { panelToken } = await fromPage('page.annotate', { ref, meta });
    await fromLibrary('panel.close', { token: panelToken });
    expect(sendMessage).toHaveBeenCalledWith(7, { paperkin: 1, name: 'sidebar.close' }, { frameId: 0 });
    await fromLibrary('panel.close', { tabId: 9 });
    expect(sendMessage).toHaveBeenLastCalledWith(9, expect.anything(), { frameId: 0 });
    await fromLibrary('panel.close', { token: '6f1f8f4e-8f0e-4b2e-9d3a-0123456789ab' });
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });

  it('switch the site of their page off: the page does it, else the worker', async () => {
    const sendMessage = vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue({ ok: true } as never); // The polyfill’s type says void.
    const { fromPage, fromLibrary } = startWorker();
    const { panelToken } = await fromPage('page.annotate', { ref, meta });
    await fromLibrary('panel.switchOff', { token: panelToken });
    expect(sendMessage).toHaveBeenCalledWith(7, { paperkin: 1, name: 'site.switchOff' }, { frameId: 0 });
    expect((await readSettings()).sitesOff).toEqual([]);

    sendMessage.mockRejectedValue(new Error('Receiving end does not exist.'));
    await fromLibrary('panel.switchOff', { tabId: 7 });
    expect((await readSettings()).sitesOff).toEqual(['arxiv']);
  });

  it('tell the page of their token that they run; an invented token is refused', async () => {
    const sendMessage = vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue({ ok: true } as never); // The polyfill’s type says void.
    const { fromPage, fromLibrary } = startWorker();
    const { panelToken } = await fromPage('page.annotate', { ref, meta });
    await fromLibrary('panel.ready', { token: panelToken });
    expect(sendMessage).toHaveBeenCalledWith(7, { paperkin: 1, name: 'sidebar.ready' }, { frameId: 0 });

    const invented = { token: '6f1f8f4e-8f0e-4b2e-9d3a-0123456789ab' };
    await expect(fromLibrary('panel.ready', invented)).rejects.toMatchObject({ code: 'forbidden' });
    expect(sendMessage).toHaveBeenCalledTimes(1);
  });

  it('open in the browser’s own side panel if it has one', async () => {
    const { fromPage } = startWorker();
    const open = vi.fn<(options: { tabId: number }) => Promise<void>>(async () => undefined);
    Object.defineProperty(browser, 'sidePanel', { value: { open }, configurable: true });
    await fromPage('page.openSidePanel');
    expect(open).toHaveBeenCalledWith({ tabId: 7 });

    Object.defineProperty(browser, 'sidePanel', { value: undefined, configurable: true });
    await expect(fromPage('page.openSidePanel')).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('a message from a page whose tab has no number', () => {
  it('is refused', async () => {
    const { fromNowhere } = startWorker();
    await expect(fromNowhere('page.annotate', { ref, meta })).rejects.toMatchObject({ code: 'bad-message' });
  });
});

describe('topics', () => {
  it('lists a topic’s papers, and the topics of the feed', async () => {
    const { fromLibrary } = await synced();
    const page = await fromLibrary('topics.page', { topic: 'Coding Agents', sort: 'newest', limit: 10 });
    expect(page).toMatchObject({ papers: 2, months: [{ month: '2026-06', papers: 2 }] });
    expect(page?.items).toHaveLength(2);
    expect((await fromLibrary('topics.overview')).papers).toBe(2);
    expect(await fromLibrary('topics.page', { topic: 'nothing', sort: 'newest', limit: 1 })).toBeNull();
  });
});
