import { browser } from 'wxt/browser';
import { mirror } from '../../db/saved';
import { createDatabase } from '../../db/open';
import { openingList, seenAt } from '../../db/popup';
import { tabPapers } from '../../db/tab-papers';
import type { HttpGet } from '../../http';
import { report } from '../../log';
import { announce } from '../../messages/news';
import { SECOND } from '../../model/dates';
import { providers } from '../../providers';
import { readSettings, updateSettings } from '../../settings/store';
import { sites } from '../../sites';
import { classifyUrl } from '../../sites/urls/classify-url';
import { sources } from '../../sources';
import { arxiv } from '../../sources/arxiv/arxiv';
import { createAccessApi, type InjectedFunctions } from '../access/access-api';
import { createSiteAccess } from '../access/site-access';
import { createFeedIndex } from '../index/feed-index';
import { createPackagedModel, createPackagedStarter } from '../index/packaged';
import { createStarter } from '../index/starter';
import { createAbstracts } from '../lists/abstracts';
import { createFeedService } from '../lists/feed';
import { createOpeningList } from '../lists/opening-list';
import { createTopicsService } from '../lists/topics';
import { createMetadata } from '../pages/metadata';
import { createMoreRelated } from '../pages/more-related';
import { createPages } from '../pages/pages';
import { createRelatedService } from '../pages/related';
import { createReadingList } from '../reading/reading-list';
import { rescueSaved } from '../reading/saved-copies';
import type { Connection } from '../sync/deferral';
import { estimateFillOf } from '../sync/fills';
import { createServerGate } from '../sync/server-gate';
import { createSync } from '../sync/sync';
import { createIdleGate } from './idle-gate';
import { createStoredData } from './stored-data';

/**
 * What the worker finds outside itself. The extension API, IndexedDB and `storage` are the browser's own;
 * tests replace them by WXT's fake browser and `fake-indexeddb`.
 */
export interface Outside {
  /** Ms since epoch. */
  readonly now: () => number;
  readonly wait: (durationMs: number) => Promise<void>;
  /** From 0 to 1. */
  readonly random: () => number;
  /** The network. */
  readonly get: HttpGet;
  /** Whether and how this machine is connected. */
  readonly connection: () => Connection;
  /** Calls back each time the connection returns. */
  readonly onOnline: (listener: () => void) => void;
  /** Reads a file of the package. Errors: `Error` when it is not there. */
  readonly readPackaged: (path: string) => Promise<ArrayBuffer>;
  /** Version of the encoder that the package's model and topics make. */
  readonly packagedVersion: string;
  /** Functions that run inside a page, alone. */
  readonly inPage: InjectedFunctions;
}

/** Wakes a worker that was stopped in the middle of a sync, or starts the next one. */
export const SYNC_ALARM = 'sync';
/** Wakes a worker that was stopped while it read papers anew. */
export const INDEX_ALARM = 'index';
/** Background work waits for the answer that started the worker, and for those after it. */
export const SETTLE_MS = 2 * SECOND;
/** A worker that the browser stops at work wakes after this and goes on. */
const WATCHDOG_MS = 30 * SECOND;

/** Builds the services of the worker, each from the few things that it needs. Asks and stores nothing yet. */
export function createServices(outside: Outside) {
  const { now, wait, get } = outside;
  const open = createDatabase((saved) => rescueSaved(saved, mirror));
  const settings = readSettings;
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
  const announceReading = async () => {
    await announce('reading', now());
    void opening.refreshStates();
  };

  const packaged = createPackagedStarter(outside.readPackaged);
  const model = createPackagedModel(outside.readPackaged, outside.packagedVersion, packaged);
  const { loadTopics } = model;
  const index = createFeedIndex({
    ...model,
    open,
    pause: () => pause(0),
    settle: () => wait(SETTLE_MS),
    beforeTitles: () => packaged.loadRows().catch((error: unknown) => report('worker: starter rows', error)),
    onWork: async (isGoingOn) => {
      if (isGoingOn) return browser.alarms.create(INDEX_ALARM, { when: now() + WATCHDOG_MS });
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
    loadTopics,
    idsOfUrl: (url) => {
      const page = classifyUrl(url, sites);
      return page?.kind === 'paper' ? page.ref.ids : null;
    },
  });
  const readingList = createReadingList({ open, mirror, now, onChange: announceReading });
  const feed = createFeedService({
    open,
    sources,
    related,
    seenAt,
    onVisit: () => void opening.refresh(),
    now,
  });
  const opening = createOpeningList({ feed, readingList, settings, store: openingList, wait });
  const topics = createTopicsService({ open, index, loadTopics, now });

  const gate = createServerGate({ open, get, sources, now, wait });
  const sync = createSync({
    open,
    sources,
    ...gate,
    settings,
    now,
    wait: pause,
    connection: outside.connection,
    random: outside.random,
    wakeAt: (timeMs) => browser.alarms.create(SYNC_ALARM, { when: timeMs }),
    commit: (commit) => index.commit(commit),
    trim: async () => index.trim((await settings()).maxPapers),
    onFinish: () => feed.beginVisits(),
    onState: announceFeed,
  });
  const abstracts = createAbstracts({ open, get: gate.get, sources, index, now });

  const pages = createPages({
    metadata: createMetadata({ open, arxiv, get: gate.get, settings, now }),
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
      return { address: url, page: classifyUrl(new URL(url), sites), isPrivate: incognito };
    },
    settings,
  });
  const moreRelated = createMoreRelated({
    open,
    providers,
    get,
    wait,
    settings,
    isAllowed: (hosts) => browser.permissions.contains({ origins: [...hosts] }),
    now,
  });
  const siteAccess = createSiteAccess({
    api: createAccessApi(outside.inPage),
    sites,
    required: browser.runtime.getManifest().host_permissions ?? [],
    settings,
  });
  const storedData = createStoredData({ open, sources, sync, starter, index, readingList, announceFeed });

  return {
    abstracts,
    estimateFill: (category: string, months: number) =>
      estimateFillOf(arxiv, category, months, { open, settings, now }),
    feed,
    idleGate,
    index,
    moreRelated,
    open,
    opening,
    pages,
    readingList,
    related,
    siteAccess,
    starter,
    storedData,
    sync,
    topics,
    updateSettings,
  };
}
