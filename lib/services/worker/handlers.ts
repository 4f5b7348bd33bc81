import { browser } from 'wxt/browser';
import { AppError } from '../../errors';
import type { RequestOf } from '../../messages/envelope';
import type { Handlers } from '../../messages/handle';
import type { PanelAddress, Protocol } from '../../messages/protocol';
import { sendToPage } from '../../messages/send';
import { compact } from '../../model/compact';
import type { FillEstimate } from '../../model/feed/fill-estimate';
import { RELATED_AT_ONCE, type RelatedAnswer, relatedRequest } from '../../model/related';
import type { Settings } from '../../settings/settings';
import { switchSite } from '../../settings/sites-off';
import { detectPage } from '../../sites/detect-page';
import type { SiteAccess } from '../access/site-access';
import type { StarterService } from '../index/starter';
import type { AbstractsService } from '../lists/abstracts';
import type { FeedService } from '../lists/feed';
import type { TopicsService } from '../lists/topics';
import type { MoreRelatedService } from '../pages/more-related';
import type { PagesService } from '../pages/pages';
import type { RelatedService } from '../pages/related';
import type { ReadingListService } from '../reading/reading-list';
import type { SyncService } from '../sync/sync';
import type { StoredData } from './stored-data';

/** The handlers of one or more areas of the protocol: all messages whose name begins with it. */
type Area<TName extends string> = Pick<Handlers<Protocol>, Extract<keyof Protocol, `${TName}.${string}`>>;

/** What the handlers of all areas together are made of. */
export interface WorkerServices {
  readonly abstracts: AbstractsService;
  readonly estimateFill: (category: string, months: number) => Promise<FillEstimate>;
  readonly feed: FeedService;
  readonly moreRelated: MoreRelatedService;
  readonly pages: PagesService;
  readonly readingList: ReadingListService;
  readonly related: RelatedService;
  readonly siteAccess: SiteAccess;
  readonly starter: Pick<StarterService, 'ensure'>;
  readonly storedData: StoredData;
  readonly sync: SyncService;
  readonly topics: TopicsService;
  readonly updateSettings: (change: Partial<Settings>) => Promise<unknown>;
}

/** What the handlers of one area need. */
type Needs<TName extends keyof WorkerServices> = Pick<WorkerServices, TName>;

/** The answers of the worker, one per message of the protocol. */
export function createHandlers(services: WorkerServices): Handlers<Protocol> {
  return {
    ...pageHandlers(services),
    ...panelHandlers(services),
    ...relatedHandlers(services),
    ...feedHandlers(services),
    ...topicHandlers(services),
    ...fillHandlers(services),
    ...readingHandlers(services),
    ...dataHandlers(services),
  };
}

function pageHandlers({
  pages,
  related,
  siteAccess,
}: Needs<'pages' | 'related' | 'siteAccess'>): Area<'page' | 'site'> {
  return {
    'page.annotate': ({ ref, meta }, { tab, url }) => {
      related.prepare();
      return pages.annotate(requireTab(tab?.id), ref, meta, {
        isPrivate: tab?.incognito === true,
        address: url,
      });
    },
    'page.arrived': (arrival, { tab }) => siteAccess.arrive(requireTab(tab?.id), arrival),
    'page.detect': ({ url }) => detectPage(new URL(url)),
    // Not async, and the browser is asked first: a user's click counts only until the first pause.
    'page.openSidePanel': (_, { tab }) => openSidePanel(requireTab(tab?.id)),

    'site.offer': ({ tabId }) => siteAccess.offer(tabId),
  };
}

function panelHandlers({
  pages,
  related,
  readingList,
}: Needs<'pages' | 'readingList' | 'related'>): Area<'panel'> {
  return {
    'panel.paper': (address) => {
      related.prepare();
      return 'token' in address ? pages.byToken(address.token) : pages.byTab(address.tabId);
    },
    'panel.open': async ({ token }) => {
      related.prepare();
      const panel = await pages.byToken(token);
      if (panel === null || panel.paper.title === '') return null;
      const request = relatedRequest(panel.paper, { sort: 'closest', topic: null });
      const answer = await findRelated({ related, readingList }, { ...request, atOnce: RELATED_AT_ONCE });
      return { address: { token }, panel, related: answer };
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
  };
}

function relatedHandlers(
  services: Needs<'moreRelated' | 'pages' | 'readingList' | 'related'>,
): Area<'related'> {
  const { pages, moreRelated, readingList } = services;
  return {
    'related.find': (request) => findRelated(services, request),

    'related.more': async ({ provider, ids, canAsk, address }) => {
      const isPrivate = await pages.isPrivate(address);
      const answer = await moreRelated.find(provider, ids, { canAsk, isPrivate });
      if (answer === null) return null;
      const stateOf = await readingList.states();
      return {
        ...answer,
        items: answer.items.map((item) => compact({ ...item, saved: stateOf(item.facts) })),
      };
    },
  };
}

async function findRelated(
  { related, readingList }: Needs<'readingList' | 'related'>,
  { query, ids, ...options }: RequestOf<Protocol['related.find']>,
): Promise<RelatedAnswer> {
  const [answer, stateOf] = await Promise.all([
    related.find(query, { ...query, ids }, options),
    readingList.states(),
  ]);
  const items = answer.items.map((item) => compact({ ...item, saved: stateOf(item.paper) }));
  return { ...answer, items };
}

function feedHandlers(
  services: Needs<'abstracts' | 'feed' | 'starter' | 'storedData' | 'sync' | 'updateSettings'>,
): Area<'feed'> {
  const { feed, abstracts, starter, sync, storedData, updateSettings } = services;
  return {
    'feed.edition': async (request) => {
      // Right after the installation the newest lists are on their way from the package.
      await starter.ensure().first;
      return feed.edition(request);
    },
    'feed.since': () => feed.since(),
    'feed.search': ({ text, limit }) => feed.search(text, limit),
    'feed.abstract': ({ key }) => abstracts.find(key),
    'feed.status': () => feed.status(),
    'feed.sync': () => begin(sync.runNow()),
    'feed.markSeen': () => feed.markSeen(),
    // The worker watches its settings, whoever changes them.
    'feed.pause': async ({ isPaused }) => {
      await updateSettings({ isHistoryPaused: isPaused });
    },
    'feed.clear': () => storedData.clearFeed(),
  };
}

function topicHandlers({ topics, feed }: Needs<'feed' | 'topics'>): Area<'topics'> {
  return {
    'topics.overview': () => topics.overview(),
    'topics.page': async ({ topic, sort, limit }) => {
      const page = await topics.page(topic, sort, limit);
      if (page === null) return null;
      const { items, ...rest } = page;
      return { ...rest, items: await feed.itemsOf(items) };
    },
  };
}

function fillHandlers({ sync, estimateFill }: Needs<'estimateFill' | 'sync'>): Area<'fill'> {
  return {
    'fill.estimate': ({ category, months }) => estimateFill(category, months),
    'fill.start': ({ category, months }) => begin(sync.startFill('arxiv', category, months)),
    'fill.stop': ({ category }) => begin(sync.stopFill('arxiv', category)),
  };
}

function readingHandlers({ readingList }: Needs<'readingList'>): Area<'reading'> {
  return {
    'reading.list': () => readingList.list(),
    'reading.save': ({ paper, state }) => readingList.save(paper, state),
    'reading.remove': ({ key }) => readingList.remove(key),
    'reading.restore': ({ key }) => readingList.restore(key),
    'reading.export': () => readingList.export(),
    'reading.import': ({ text }) => readingList.import(text),
  };
}

function dataHandlers({ storedData }: Needs<'storedData'>): Area<'data'> {
  return {
    'data.usage': () => storedData.usage(),
    'data.deleteAll': () => storedData.deleteAll(),
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
