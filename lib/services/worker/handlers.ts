import { browser } from 'wxt/browser';
import { countEditions } from '../../db/editions';
import { deleteFills } from '../../db/jobs';
import type { OpenDatabase } from '../../db/open';
import type { SeenAt } from '../../db/seen';
import { countPapers } from '../../db/paper-count';
import { AppError } from '../../errors';
import type { Handlers } from '../../messages/handle';
import type { DataUsage, PanelAddress, Protocol } from '../../messages/protocol';
import { sendToPage } from '../../messages/send';
import { compact } from '../../model/compact';
import { nextVisit } from '../../model/feed/visit';
import { RELATED_AT_ONCE, RELATED_LIMIT } from '../../model/related';
import type { Settings } from '../../settings/settings';
import { switchSite } from '../../settings/sites-off';
import { detectPage } from '../../sites/detect-page';
import type { Source } from '../../sources/types';
import type { AbstractsService } from '../lists/abstracts';
import type { FeedService } from '../lists/feed';
import { estimateFillOf } from '../sync/fills';
import type { MoreRelatedService } from '../pages/more-related';
import type { PagesService } from '../pages/pages';
import type { ReadingListService } from '../reading/reading-list';
import type { RelatedService } from '../pages/related';
import type { StarterService } from '../index/starter';
import type { SiteAccess } from '../access/site-access';
import type { SyncService } from '../sync/sync';
import type { TopicsService } from '../lists/topics';

/** What the handlers are made of. */
export interface WorkerServices {
  readonly abstracts: AbstractsService;
  readonly feed: FeedService;
  /** Fills an emptied feed from the package. */
  readonly starter: StarterService;
  readonly pages: PagesService;
  readonly readingList: ReadingListService;
  readonly moreRelated: MoreRelatedService;
  readonly related: RelatedService;
  readonly siteAccess: SiteAccess;
  readonly sync: SyncService;
  readonly topics: TopicsService;
  readonly seenAt: SeenAt;
  readonly sources: readonly Source[];
  readonly arxiv: Source;
  readonly settings: () => Promise<Settings>;
  readonly updateSettings: (change: Partial<Settings>) => Promise<unknown>;
  readonly open: OpenDatabase;
  readonly now: () => number;
  /** Called after each look: other papers are new now. */
  readonly onVisit: () => void;
  /** Tells open pages that the feed changed. */
  readonly announceFeed: () => Promise<void>;
}

/** The answers of the worker, one per message of the protocol. */
export function createWorkerHandlers(services: WorkerServices): Handlers<Protocol> {
  const { abstracts, feed, moreRelated, pages, readingList, related, siteAccess, sync, seenAt, now } =
    services;

  return {
    'page.annotate': ({ ref, meta }, { tab, url }) => {
      related.prepare();
      return pages.annotate(requireTab(tab?.id), ref, meta, {
        isPrivate: tab?.incognito === true,
        address: url,
      });
    },
    'page.isSaved': (_, { tab }) => pages.isSaved(requireTab(tab?.id)),
    'page.arrived': (arrival, { tab }) => siteAccess.arrive(requireTab(tab?.id), arrival),
    'page.detect': ({ url }) => detectPage(new URL(url)),
    // Not async, and the browser is asked first: a user's click counts only until the first pause.
    'page.openSidePanel': (_, { tab }) => openSidePanel(requireTab(tab?.id)),

    'panel.paper': (address) => {
      related.prepare();
      return pages.panel(address);
    },
    'panel.open': async ({ token }) => {
      related.prepare();
      const panel = await pages.panel({ token });
      if (panel === null || panel.paper.title === '') return null;
      const first = { limit: RELATED_LIMIT, sort: 'closest', atOnce: RELATED_AT_ONCE } as const;
      return { address: { token }, panel, related: await related.find(panel.paper, first) };
    },
    'panel.ready': async ({ token }) => {
      const tabId = await pages.tabOfToken(token);
      if (tabId === null) throw new AppError('forbidden', 'No page of ours opened this sidebar.');
      await sendToPage(tabId, 'sidebar.ready');
    },
    'panel.close': async (address) => {
      const tabId = await tabOf(pages, address);
      if (tabId !== null) await sendToPage(tabId, 'sidebar.close');
    },
    'panel.switchOff': async (address) => {
      const tabId = await tabOf(pages, address);
      if (tabId === null) return;
      try {
        await sendToPage(tabId, 'site.switchOff');
      } catch {
        // No script of ours in that tab (a PDF in Firefox): only a listed site is known there.
        const site = await pages.siteKeyOfTab(tabId);
        if (site !== null) await switchSite(site, false);
      }
    },

    'site.offer': ({ tabId }) => siteAccess.offer(tabId),

    'related.find': async ({ of, ...options }) => {
      const paper = 'ids' in of ? of : await pages.facts(of);
      if (paper === null) throw new AppError('not-a-paper', 'The tab shows no paper.');
      return related.find(paper, options);
    },
    'related.more': async ({ provider, ids, canAsk, address }) =>
      moreRelated.find(provider, ids, { canAsk, isPrivate: await pages.isPrivate(address) }),

    'feed.edition': async (request) => {
      // Right after the installation the newest lists are on their way from the package.
      await services.starter.ensure().first;
      return feed.edition(request);
    },
    'feed.since': () => feed.since(),
    'feed.search': ({ text, limit }) => feed.search(text, limit),
    'feed.abstract': ({ key }) => abstracts.find(key),
    'feed.status': () => feed.status(),
    'feed.sync': () => begin(sync.runNow()),
    'feed.markSeen': async () => {
      // Before the first sync is complete nothing counts as seen, or the whole history would be new.
      const look = await seenAt.read();
      if (look === null) return;
      await seenAt.write(nextVisit(look, now()));
      services.onVisit();
    },
    // The worker watches its settings, whoever changes them.
    'feed.pause': async ({ isPaused }) => {
      await services.updateSettings({ isHistoryPaused: isPaused });
    },
    'feed.clear': async () => {
      await sync.stop();
      await services.starter.stop();
      await feed.clear();
      await services.starter.ensure().first;
      await services.announceFeed();
      begin(sync.runNow());
    },

    'topics.overview': () => services.topics.overview(),
    'topics.page': async ({ topic, sort, limit }) => {
      const page = await services.topics.page(topic, sort, limit);
      if (page === null) return null;
      const { items, ...rest } = page;
      return { ...rest, items: await feed.itemsOf(items) };
    },
    'fill.estimate': ({ category, months }) => estimateFillOf(category, months, services),
    'fill.start': ({ category, months }) => begin(sync.startFill(category, months)),
    'fill.stop': ({ category }) => begin(sync.stopFill(category)),

    'reading.list': () => readingList.list(),
    'reading.states': () => readingList.states(),
    'reading.save': ({ paper, state }) => readingList.save(paper, state),
    'reading.remove': ({ key }) => readingList.remove(key),
    'reading.restore': ({ key }) => readingList.restore(key),
    'reading.export': () => readingList.export(),
    'reading.import': ({ text }) => readingList.import(text),

    'data.usage': () => dataUsage(services),
    'data.deleteAll': async () => {
      await sync.stop();
      await services.starter.stop();
      await readingList.clear();
      await deleteFills(await services.open());
      await feed.clear();
      await browser.storage.local.clear();
      await browser.storage.session.clear(); // What the open tabs show.
      await services.announceFeed();
    },
  };
}

/** A sync goes on after the answer; it reports its own failures and shows its state. */
function begin(run: Promise<void>): void {
  void run;
}

function requireTab(tabId: number | undefined): number {
  if (tabId === undefined) throw new AppError('bad-message', 'The message names no tab.');
  return tabId;
}

async function tabOf(pages: PagesService, address: PanelAddress): Promise<number | null> {
  return 'token' in address ? pages.tabOfToken(address.token) : address.tabId;
}

function openSidePanel(tabId: number): Promise<void> {
  // Firefox opens its sidebar only for clicks in pages of ours.
  if (browser.sidePanel === undefined) throw new AppError('unavailable', 'This browser has no side panel.');
  return browser.sidePanel.open({ tabId });
}

async function dataUsage({ open, sources, readingList }: WorkerServices): Promise<DataUsage> {
  const database = await open();
  const [{ usage }, papers, editions, saved] = await Promise.all([
    navigator.storage.estimate(),
    countPapers(database),
    Promise.all(sources.map(({ id }) => countEditions(database, id))),
    readingList.count(),
  ]);
  const total = editions.reduce((sum, count) => sum + count, 0);
  return compact({ usedBytes: usage, papers, editions: total, saved });
}
