import { browser } from 'wxt/browser';
import { AppError } from '../../errors';
import type { Handlers } from '../../messages/handle';
import type { PanelAddress, Protocol } from '../../messages/protocol';
import { sendToPage } from '../../messages/send';
import { RELATED_AT_ONCE, RELATED_LIMIT } from '../../model/related';
import { switchSite } from '../../settings/sites-off';
import { sites } from '../../sites';
import { classifyUrl } from '../../sites/urls/classify-url';
import type { PagesService } from '../pages/pages';
import type { createServices } from './services';

/** The handlers of one or more areas of the protocol: all messages whose name begins with it. */
type Area<TName extends string> = Pick<Handlers<Protocol>, Extract<keyof Protocol, `${TName}.${string}`>>;

type WorkerServices = ReturnType<typeof createServices>;

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
    'page.isSaved': (_, { tab }) => pages.isSaved(requireTab(tab?.id)),
    'page.arrived': (arrival, { tab }) => siteAccess.arrive(requireTab(tab?.id), arrival),
    'page.detect': ({ url }) => classifyUrl(new URL(url), sites),
    // Not async, and the browser is asked first: a user's click counts only until the first pause.
    'page.openSidePanel': (_, { tab }) => openSidePanel(requireTab(tab?.id)),

    'site.offer': ({ tabId }) => siteAccess.offer(tabId),
  };
}

function panelHandlers({ pages, related }: Needs<'pages' | 'related'>): Area<'panel'> {
  return {
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
  };
}

function relatedHandlers({
  pages,
  moreRelated,
  related,
}: Needs<'moreRelated' | 'pages' | 'related'>): Area<'related'> {
  return {
    'related.find': async ({ of, ...options }) => {
      const paper = 'ids' in of ? of : await pages.facts(of);
      if (paper === null) throw new AppError('not-a-paper', 'The tab shows no paper.');
      return related.find(paper, options);
    },
    'related.more': async ({ provider, ids, canAsk, address }) =>
      moreRelated.find(provider, ids, { canAsk, isPrivate: await pages.isPrivate(address) }),
  };
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
    'reading.states': () => readingList.states(),
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
