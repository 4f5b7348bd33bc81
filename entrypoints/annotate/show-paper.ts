import { browser } from 'wxt/browser';
import { report } from '../../lib/log';
import { fromWorker, listen } from '../../lib/messages/handle';
import { watchNews } from '../../lib/messages/news';
import type { Annotation, PageProtocol } from '../../lib/messages/protocol';
import { codeOf, send } from '../../lib/messages/send';
import { compact } from '../../lib/model/compact';
import { SECOND } from '../../lib/model/dates';
import { createAnnotation } from '../../lib/page/annotation';
import { own } from '../../lib/page/dom';
import { readWhenChanged } from '../../lib/page/page-meta';
import { createSidebar } from '../../lib/page/sidebar';
import { findReservedSlot, keepInSlot } from '../../lib/page/slot';
import { switchSite, watchSitesOff } from '../../lib/settings/sites-off';
import type { PagePaper } from './page-reader';

/** A first sync announces itself several times a second; the annotation follows at this pace. */
const NEWS_PAUSE_MS = 2 * SECOND;

/** Annotates a parsed page until `signal` is aborted because the reader went on or the extension was updated. */
export async function showPaper(shown: PagePaper & { readonly signal: AbortSignal }): Promise<void> {
  const { site, ref, read, signal } = shown;
  let meta = read();
  // A page that scripts build may describe this paper later.
  const isLate = meta === null && site.isSinglePage && own('contentType') !== 'application/pdf';
  // Leave a page alone that has a paper's URL and describes none (404, bot check). A PDF never describes itself.
  if (meta === null && !isLate && ref.view === 'abstract') return;
  let annotation: Annotation | null = null;
  let isOff = false;
  let asking: Promise<void> = Promise.resolve();

  const reserved = findReservedSlot(site.anchors);
  // On PDFs only children of <html> are drawn above the viewer.
  const slot = () => (reserved === null ? own('documentElement') : findReservedSlot(site.anchors));
  const sidebar = createSidebar({
    url: () => `${browser.runtime.getURL('/sidepanel.html')}#token=${annotation?.panelToken}`,
    openSidePanel: () => send('page.openSidePanel'),
    onClose: () => view.focus(),
    signal,
  });
  const view = createAnnotation({
    slot: reserved === null ? 'edge' : 'row',
    siteName: site.name,
    onOpen: () => void toggle(),
    onSwitch: (isOn) => void switchSite(site.key, isOn).catch((error: unknown) => report('annotate', error)),
    onRetry: () => void refresh(),
    onReload: () => location.reload(),
    signal,
  });
  // Under a centred title the topics are centred too.
  if (reserved !== null) view.host.dataset['align'] = getComputedStyle(reserved).textAlign;
  // Empty until the first answer.
  slot()?.append(view.host);
  keepInSlot(view.host, slot, signal);
  draw();

  function draw(): void {
    // Until the page describes itself, show only a paper that the feed knows by its id.
    view.host.hidden = meta === null && ref.view === 'abstract' && !annotation?.relatedCount;
    if (isOff) view.showOff();
    else if (annotation !== null) view.show(annotation);
  }

  const askAll = () => send('page.annotate', compact({ ref, meta: meta ?? undefined }));
  const askMark = async () =>
    annotation === null ? askAll() : { ...annotation, isSaved: await send('page.isSaved') };

  async function ask(question: () => Promise<Annotation>): Promise<void> {
    if (signal.aborted) return;
    try {
      annotation = await question();
      if (!signal.aborted) draw();
    } catch (error) {
      if (signal.aborted) return;
      if (codeOf(error) === 'reload-page') return view.showUpdated();
      if (annotation !== null) return; // What is shown is good enough until the next news.
      view.showFailed();
      report('annotate', error);
    }
  }

  /** Asks one question at a time: two first ones at once would make two tokens for the tab. Never rejects. */
  function refresh(question = askAll): Promise<void> {
    asking = asking.then(() => ask(question));
    return asking;
  }

  async function toggle(): Promise<void> {
    if (sidebar.isOpen()) return sidebar.close();
    if (browser.runtime?.id === undefined) return view.showUpdated();
    await asking;
    if (annotation === null) await refresh();
    if (annotation !== null && !signal.aborted) sidebar.open();
  }

  async function readLater(): Promise<void> {
    meta = await readWhenChanged(read, signal);
    if (meta !== null) await refresh();
  }

  const handlers = {
    'sidebar.toggle': () => void toggle(),
    'sidebar.ready': () => sidebar.ready(),
    'sidebar.close': () => sidebar.close(),
    'site.switchOff': async () => {
      sidebar.close();
      await switchSite(site.key, false);
    },
  };
  signal.addEventListener('abort', listen<PageProtocol>(handlers, fromWorker));
  followNews(
    // An annotation that shows related papers does not follow the feed.
    () => annotation?.state !== 'ready' && refresh(),
    () => refresh(askMark),
    signal,
  );
  const stopSettings = watchSitesOff((sitesOff) => {
    isOff = sitesOff.includes(site.key);
    draw();
  });
  signal.addEventListener('abort', stopSettings);
  window.addEventListener('pagehide', () => sidebar.close(), { signal });
  const onPageShow = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    // The page is back from the back/forward cache, and the worker knows the tab by the page shown in between.
    annotation = null;
    void refresh();
  };
  window.addEventListener('pageshow', onPageShow, { signal });
  if (isLate) readLater().catch((error: unknown) => report('annotate', error));
  await refresh();
}

/**
 * Calls back at a fixed pace while the feed changes, and at once when the reading list does: only the saved
 * mark is new then.
 */
function followNews(onFeed: () => unknown, onReading: () => unknown, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = { feed: 0, reading: 0 };
  const stop = watchNews((news) => {
    if (news.reading !== last.reading) onReading();
    if (news.feed !== last.feed) {
      timer ??= setTimeout(() => {
        timer = undefined;
        onFeed();
      }, NEWS_PAUSE_MS);
    }
    last = news;
  });
  signal.addEventListener('abort', () => {
    stop();
    clearTimeout(timer);
  });
}
