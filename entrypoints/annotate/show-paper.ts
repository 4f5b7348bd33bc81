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

/**
 * Annotates a page that is parsed until `signal` is aborted: the reader went on, or the extension was
 * updated.
 */
export async function showPaper(shown: PagePaper & { readonly signal: AbortSignal }): Promise<void> {
  const { site, ref, read, signal } = shown;
  let meta = read();
  // A page that scripts build, or have built for another paper, may describe this one later.
  const isLate = meta === null && site.isSinglePage && own('contentType') !== 'application/pdf';
  // A page with the URL of a paper that describes none (404, bot check) is left alone. A PDF never describes itself.
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
  // A centred title has its topics below its middle.
  if (reserved !== null) view.host.dataset['align'] = getComputedStyle(reserved).textAlign;
  // Empty until the first answer.
  slot()?.append(view.host);
  keepInSlot(view.host, slot, signal);
  draw();

  function draw(): void {
    // Until the page says what it is, only a paper that the feed knows by its id is one.
    view.host.hidden = meta === null && ref.view === 'abstract' && !annotation?.relatedCount;
    if (isOff) view.showOff();
    else if (annotation !== null) view.show(annotation);
  }

  async function ask(): Promise<void> {
    if (signal.aborted) return;
    try {
      annotation = await send('page.annotate', compact({ ref, meta: meta ?? undefined }));
      if (!signal.aborted) draw();
    } catch (error) {
      if (signal.aborted) return;
      if (codeOf(error) === 'reload-page') return view.showUpdated();
      if (annotation !== null) return; // What is shown stays true enough until the next news.
      view.showFailed();
      report('annotate', error);
    }
  }

  /** One question at a time: two first ones at once would make two tokens for the tab. Never rejects. */
  function refresh(): Promise<void> {
    asking = asking.then(ask);
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
  followNews(() => annotation, refresh, signal);
  const stopSettings = watchSitesOff((sitesOff) => {
    isOff = sitesOff.includes(site.key);
    draw();
  });
  signal.addEventListener('abort', stopSettings);
  window.addEventListener('pagehide', () => sidebar.close(), { signal });
  const onPageShow = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    // Back from the back/forward cache: the worker knows the tab by the page that was shown in between.
    annotation = null;
    void refresh();
  };
  window.addEventListener('pageshow', onPageShow, { signal });
  if (isLate) readLater().catch((error: unknown) => report('annotate', error));
  await refresh();
}

/** Asks again when the feed grew while there was little or nothing to show, and when the reading list changed. */
function followNews(
  current: () => Annotation | null,
  refresh: () => Promise<void>,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let readingAt = 0;
  const stop = watchNews(({ reading }) => {
    const isWanted = current()?.state !== 'ready' || reading !== readingAt;
    readingAt = reading;
    if (!isWanted || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void refresh();
    }, NEWS_PAUSE_MS);
  });
  signal.addEventListener('abort', () => {
    stop();
    clearTimeout(timer);
  });
}
