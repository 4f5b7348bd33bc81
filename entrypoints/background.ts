import { browser } from 'wxt/browser';
import { defineBackground } from '#imports';
import { mirror } from '../lib/db/mirror';
import { createDatabase } from '../lib/db/open';
import { openingList } from '../lib/db/opening-list';
import { seenAt } from '../lib/db/seen';
import { tabPapers } from '../lib/db/tab-papers';
import { providers } from '../lib/providers';
import { createHttpGet } from '../lib/http';
import { report } from '../lib/log';
import { SECOND } from '../lib/model/dates';
import { createWorkerGate } from '../lib/messages/gate';
import { listen } from '../lib/messages/handle';
import { announce } from '../lib/messages/news';
import { createAbstracts } from '../lib/services/lists/abstracts';
import { declaresPaper } from '../lib/page/declares-paper';
import { createAccessApi } from '../lib/services/access/access-api';
import { createFeedService } from '../lib/services/lists/feed';
import { createFeedIndex } from '../lib/services/index/feed-index';
import { createMetadata } from '../lib/services/pages/metadata';
import { createMoreRelated } from '../lib/services/pages/more-related';
import { createOpeningList } from '../lib/services/lists/opening-list';
import { createPages } from '../lib/services/pages/pages';
import { createPackagedModel } from '../lib/services/index/packaged-model';
import { createPackagedStarter } from '../lib/services/index/packaged-starter';
import { createIdleGate } from '../lib/services/worker/idle-gate';
import { createReadingList } from '../lib/services/reading/reading-list';
import { createRelatedService } from '../lib/services/pages/related';
import { rescueSaved } from '../lib/services/reading/saved-copies';
import { createServerGate } from '../lib/services/sync/server-gate';
import { createStarter } from '../lib/services/index/starter';
import { createSiteAccess } from '../lib/services/access/site-access';
import { createSync } from '../lib/services/sync/sync';
import { createTopicsService } from '../lib/services/lists/topics';
import { connection } from '../lib/services/sync/connection';
import { trimToBudget } from '../lib/services/sync/trim-to-budget';
import { toggleSidebar } from '../lib/services/access/toggle-sidebar';
import { createWorkerHandlers } from '../lib/services/worker/handlers';
import { readSettings, updateSettings, watchSettings } from '../lib/settings/store';
import { listedSource, type Settings } from '../lib/settings/settings';
import { detectPaper, sites } from '../lib/sites';
import { detectPage } from '../lib/sites/detect-page';
import { isSiteUrl } from '../lib/sites/site-hosts';
import { sources } from '../lib/sources';
import { arxiv } from '../lib/sources/arxiv/arxiv';

/** Written by the build (`wxt.config.ts`). */
declare const PACKAGED_VERSION: string;

const SYNC_ALARM = 'sync';
/** Wakes a worker that was stopped while it read papers anew. */
const INDEX_ALARM = 'index';
/** Background work waits for the answer that started the worker, and for those after it. */
const SETTLE_MS = 2 * SECOND;
/** The command in the manifest, and the item in the toolbar button's menu. */
const TOGGLE = 'toggle-sidebar';

/** The worker: everything is put together here, once per start. It may be stopped at any moment. */
export default defineBackground(() => {
  const now = () => Date.now();
  const wait = (durationMs: number) => new Promise<void>((resolve) => setTimeout(resolve, durationMs));
  const idleGate = createIdleGate(now, wait);
  /** A pause of background work: it goes on when nobody waits for an answer. */
  const pause = async (durationMs: number) => {
    await wait(durationMs);
    await idleGate.settled();
  };
  const announceFeed = async () => {
    await announce('feed', now());
    void opening.refresh();
  };
  const open = createDatabase((saved) => rescueSaved(saved, mirror));
  const gate = createServerGate({ open, get: createHttpGet(), sources, now, wait });
  const packaged = createPackagedStarter(readPackaged);
  const model = createPackagedModel(readPackaged, PACKAGED_VERSION, packaged);
  const index = createFeedIndex({
    ...model,
    open,
    pause: () => pause(0),
    settle: () => wait(SETTLE_MS),
    beforeTitles: () =>
      packaged.loadRows().catch((error: unknown) => report('background: starter rows', error)),
    onWork: async (isGoingOn) => {
      if (isGoingOn) return browser.alarms.create(INDEX_ALARM, { when: now() + 30 * SECOND });
      packaged.releaseRows();
      await browser.alarms.clear(INDEX_ALARM);
      await announceFeed();
    },
  });
  const starter = createStarter({
    open,
    packaged,
    index,
    pause: () => pause(20),
    settle: () => wait(SECOND),
    onStep: announceFeed,
  });
  const related = createRelatedService({
    open,
    index,
    loadTopics: model.loadTopics,
    idsOfUrl: (url) => detectPaper(url)?.ids ?? null,
  });
  const announceReading = async () => {
    await announce('reading', now());
    void opening.refreshStates();
  };
  const readingList = createReadingList({ open, mirror, now, onChange: announceReading });
  const feed = createFeedService({ open, sources, related, index, seenAt, now });
  const opening = createOpeningList({ feed, readingList, settings: readSettings, store: openingList, wait });
  const metadata = createMetadata({ open, arxiv, get: gate.get, settings: readSettings, now });
  const abstracts = createAbstracts({ open, get: gate.get, index, now });
  const moreRelated = createMoreRelated({
    open,
    providers,
    get: createHttpGet(),
    wait,
    settings: readSettings,
    isAllowed: (hosts) => browser.permissions.contains({ origins: [...hosts] }),
    now,
  });
  const sync = createSync({
    open,
    sources,
    ...gate,
    settings: readSettings,
    now,
    wait: pause,
    connection,
    random: Math.random,
    wakeAt: (timeMs) => browser.alarms.create(SYNC_ALARM, { when: timeMs }),
    commit: (commit) => index.commit(commit),
    trim: () => trimToBudget(open, index, readSettings),
    onFinish: async () => {
      if ((await seenAt.read()) === null) await seenAt.write({ atMs: now(), beforeMs: now() });
    },
    onState: announceFeed,
  });
  const pages = createPages({
    metadata,
    related,
    readingList,
    tabPapers,
    feedState: async () => {
      const isSyncing = (await feed.status()).sources.some(({ state }) => state.kind === 'running');
      return isSyncing || starter.isLoading() || index.isCatchingUp() ? 'syncing' : 'empty';
    },
    pageOfTab: async (tabId) => {
      // The URL is there only for hosts that we may read, and where the reader has just used the toolbar button.
      const { url, incognito } = await browser.tabs.get(tabId);
      if (url === undefined || !URL.canParse(url)) return null;
      return { address: url, page: detectPage(new URL(url)), isPrivate: incognito };
    },
    settings: readSettings,
  });
  const siteAccess = createSiteAccess({
    api: createAccessApi(declaresPaper),
    sites,
    detect: detectPage,
    required: browser.runtime.getManifest().host_permissions ?? [],
    settings: readSettings,
  });

  listen(
    createWorkerHandlers({
      abstracts,
      feed,
      moreRelated,
      starter,
      pages,
      readingList,
      related,
      siteAccess,
      sync,
      topics: createTopicsService({ open, index, loadTopics: model.loadTopics, now }),
      seenAt,
      sources,
      arxiv,
      settings: readSettings,
      updateSettings,
      open,
      now,
      onVisit: () => void opening.refresh(),
      announceFeed,
    }),
    createWorkerGate((url) => isSiteUrl(url) || siteAccess.isAllowed(url)),
    (answering) => void idleGate.follow(answering),
  );

  // Whatever woke the worker needs it. A failure is told by who asks then.
  open().catch(() => undefined);
  // An empty feed is filled from the package first: what a sync brings then is newer, and nothing waits for it.
  const syncDue = () =>
    void starter
      .ensure()
      .first.then(() => sync.runDue())
      .catch((error: unknown) => report('background: sync', error));
  const registerScripts = () =>
    void siteAccess.register().catch((error: unknown) => report('background: page scripts', error));
  const putRight = () => {
    registerScripts();
    syncDue();
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === SYNC_ALARM) syncDue();
    if (name === INDEX_ALARM) void index.maintain();
  });
  browser.runtime.onStartup.addListener(putRight);
  browser.runtime.onInstalled.addListener(({ reason }) => {
    putRight();
    void index.maintain(); // The update may have brought another model.
    createMenu().catch((error: unknown) => report('background: menu', error));
    if (reason === 'install') void openPage('library.html#welcome');
  });
  browser.tabs.onRemoved.addListener((tabId) => void tabPapers.delete(tabId));
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === TOGGLE) toggleSidebar(tab, isPdfPaper);
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === TOGGLE) toggleSidebar(tab, isPdfPaper);
  });
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    siteAccess.allow(origins).catch((error: unknown) => report('background: page scripts', error));
  });
  browser.permissions.onRemoved.addListener(registerScripts);
  watchSettings((settings, previous) => {
    if (settings.sitesOff.join() !== previous.sitesOff.join()) registerScripts();
    const followed = settings.categories.join() !== previous.categories.join();
    const past = pastOf(settings) !== pastOf(previous);
    if (listedSource(settings) !== listedSource(previous)) void opening.refresh();
    if (followed) sync.replan('arxiv').catch((error: unknown) => report('background: categories', error));
    if (past) sync.reviewPast().catch((error: unknown) => report('background: history', error));
  });
  // What waits for a connection goes on at once; Firefox's event page and Chrome's worker both tell of it.
  globalThis.addEventListener('online', syncDue);
  // A start for whatever reason also goes on with a broken-off sync, and puts scripts right, but not before the
  // answer that it was for: these ask the store and the browser so much that a look-up would take twice as long.
  setTimeout(putRight, SETTLE_MS);
});

/** The settings that decide how much of the past is fetched and kept. */
function pastOf({ historyMonths, isHistoryPaused, maxPapers }: Settings): string {
  return JSON.stringify([historyMonths, isHistoryPaused, maxPapers]);
}

/** Reads a file of the package. Errors: `Error` when it is not there. */
async function readPackaged(path: string): Promise<ArrayBuffer> {
  const response = await fetch(browser.runtime.getURL('/') + path);
  if (!response.ok) throw new Error(`The package has no ${path}.`);
  return response.arrayBuffer();
}

async function openPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/') + path });
}

/** The browser keeps the menu between starts; after an update the old item may be there. */
async function createMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: TOGGLE, title: 'Related papers of this page', contexts: ['action'] });
}

function isPdfPaper(url: URL): boolean {
  return detectPaper(url)?.view === 'pdf';
}
