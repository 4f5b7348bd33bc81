import { browser } from 'wxt/browser';
import { defineBackground } from '#imports';
import { mirror } from '../lib/db/mirror';
import { createDatabase } from '../lib/db/open';
import { seenAt } from '../lib/db/seen';
import { tabPapers } from '../lib/db/tab-papers';
import { createHttpGet } from '../lib/http';
import { report } from '../lib/log';
import { createWorkerGate } from '../lib/messages/gate';
import { listen } from '../lib/messages/handle';
import { announce } from '../lib/messages/news';
import { sendToPage } from '../lib/messages/send';
import { createBm25Engine } from '../lib/related/bm25-engine';
import { createFeedService } from '../lib/services/feed';
import { createMetadata } from '../lib/services/metadata';
import { createPacedGet } from '../lib/services/paced-get';
import { createPages } from '../lib/services/pages';
import { createReadingList } from '../lib/services/reading-list';
import { createRelatedService } from '../lib/services/related';
import { createSync } from '../lib/services/sync';
import { createWorkerHandlers } from '../lib/services/worker-handlers';
import { readSettings, watchSettings } from '../lib/settings/store';
import { detectPaper } from '../lib/sites';
import { isSiteUrl } from '../lib/sites/site-hosts';
import { sources } from '../lib/sources';
import { arxiv } from '../lib/sources/arxiv';

const SYNC_ALARM = 'sync';

/** The worker: everything is put together here, once per start. It may be stopped at any moment. */
export default defineBackground(() => {
  const now = () => Date.now();
  const wait = (durationMs: number) => new Promise<void>((resolve) => setTimeout(resolve, durationMs));
  const announceFeed = () => announce('feed', now());
  const open = createDatabase();
  const get = createPacedGet(createHttpGet(), sources, wait);
  const related = createRelatedService({ open, createEngine: createBm25Engine });
  const readingList = createReadingList({ open, mirror, now, onChange: () => announce('reading', now()) });
  const feed = createFeedService({ open, sources, related, readingList, seenAt });
  const metadata = createMetadata({ open, arxiv, get, settings: readSettings, now });
  const sync = createSync({
    open,
    sources,
    get,
    settings: readSettings,
    now,
    wait,
    wakeAt: (timeMs) => browser.alarms.create(SYNC_ALARM, { when: timeMs }),
    onCommit: (change) => related.update(change),
    onFinish: async () => {
      if ((await seenAt.read()) === null) await seenAt.write(now());
    },
    onState: announceFeed,
  });
  const pages = createPages({
    metadata,
    related,
    readingList,
    tabPapers,
    feedState: async () =>
      (await feed.status()).sources.some(({ state }) => state.kind === 'running') ? 'syncing' : 'empty',
    paperOfTab: async (tabId) => {
      // The URL is there only for hosts that we may read: all others show no paper anyway.
      const { url } = await browser.tabs.get(tabId);
      return url === undefined ? null : detectPaper(new URL(url));
    },
  });

  listen(
    createWorkerHandlers({
      feed,
      pages,
      readingList,
      related,
      sync,
      seenAt,
      sources,
      open,
      now,
      announceFeed,
    }),
    createWorkerGate(isSiteUrl),
  );

  const syncDue = () => void sync.runDue().catch((error: unknown) => report('background: sync', error));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === SYNC_ALARM) syncDue();
  });
  browser.runtime.onStartup.addListener(syncDue);
  browser.runtime.onInstalled.addListener(({ reason }) => {
    syncDue();
    if (reason === 'install') void openPage('library.html#welcome');
  });
  browser.tabs.onRemoved.addListener((tabId) => void tabPapers.delete(tabId));
  browser.commands.onCommand.addListener((command, tab) => {
    // The tab's script may be missing (no paper, or a page older than the extension): then the key does nothing.
    if (command === 'toggle-sidebar' && tab?.id !== undefined) {
      sendToPage(tab.id, 'sidebar.toggle').catch(() => undefined);
    }
  });
  let categories: string | null = null;
  void readSettings().then((settings) => {
    categories = settings.categories.join();
  });
  watchSettings((settings) => {
    const isChanged = categories !== null && categories !== settings.categories.join();
    categories = settings.categories.join();
    if (isChanged) void sync.replan('arxiv');
  });
  // A start of the worker for whatever reason goes on with a broken-off sync.
  syncDue();
});

async function openPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/') + path });
}
