import { browser } from 'wxt/browser';
import { tabPapers } from '../../db/tab-papers';
import { report } from '../../log';
import { createWorkerGate } from '../../messages/gate';
import { listen } from '../../messages/handle';
import { listedSource, type Settings } from '../../settings/settings';
import { watchSettings } from '../../settings/store';
import { sites } from '../../sites';
import { classifyUrl, siteAt } from '../../sites/urls/classify-url';
import { toggleSidebar } from '../access/toggle-sidebar';
import { createHandlers } from './handlers';
import { createServices, INDEX_ALARM, type Outside, SETTLE_MS, SYNC_ALARM } from './services';

/** The command in the manifest, and the item in the toolbar button's menu. */
const TOGGLE = 'toggle-sidebar';

/**
 * Starts the worker: all that the extension does behind its pages, put together once per start. The browser
 * may stop it at any moment; whatever wakes it starts another, which goes on from what is stored.
 *
 * Every listener is added before this function returns: the browser wakes a worker only for those.
 */
export function createWorker(outside: Outside): void {
  const services = createServices(outside);
  const { idleGate, index, open, opening, siteAccess, starter, sync } = services;

  listen(
    createHandlers(services),
    createWorkerGate((url) => siteAt(url, sites) !== null || siteAccess.isAllowed(url)),
    (answering) => void idleGate.follow(answering),
  );

  // An empty feed is filled from the package first: what a sync then brings is newer, and nothing waits for it.
  const syncDue = () => tell('sync', starter.ensure().first.then(sync.runDue));
  const registerScripts = () => tell('page scripts', siteAccess.register());
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
    tell('menu', createMenu());
    if (reason === 'install') tell('welcome page', openPage('library.html#welcome'));
  });
  browser.tabs.onRemoved.addListener((tabId) => tell('tabs', tabPapers.delete(tabId)));
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === TOGGLE) toggleSidebar(tab, isPdfPaper);
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === TOGGLE) toggleSidebar(tab, isPdfPaper);
  });
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    tell('page scripts', siteAccess.allow(origins));
  });
  browser.permissions.onRemoved.addListener(registerScripts);
  watchSettings((settings, previous) => {
    if (settings.sitesOff.join() !== previous.sitesOff.join()) registerScripts();
    if (listedSource(settings) !== listedSource(previous)) void opening.refresh();
    if (settings.categories.join() !== previous.categories.join()) tell('categories', sync.replan('arxiv'));
    if (pastOf(settings) !== pastOf(previous)) tell('history', sync.reviewPast());
  });
  // What waits for a connection goes on at once; Firefox's event page and Chrome's worker both tell of it.
  outside.onOnline(syncDue);

  open().catch(() => undefined); // Whatever woke the worker needs it. A caller who needs it gets the error.
  // Any start goes on with an interrupted sync and puts the scripts right, but only after the answer that it was
  // for: both ask the store and the browser so much that a look-up would take twice as long.
  tell('start', outside.wait(SETTLE_MS).then(putRight));
}

/** Lets work go on by itself; a failure is reported. */
function tell(what: string, work: Promise<unknown>): void {
  work.catch((error: unknown) => report(`worker: ${what}`, error));
}

/** The settings that decide how much of the past is fetched and kept. */
function pastOf({ historyMonths, isHistoryPaused, maxPapers }: Settings): string {
  return JSON.stringify([historyMonths, isHistoryPaused, maxPapers]);
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
  return classifyUrl(url, sites)?.ref.view === 'pdf';
}
