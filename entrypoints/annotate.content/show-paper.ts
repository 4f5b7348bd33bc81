import { browser } from 'wxt/browser';
import { report } from '../../lib/log';
import { fromWorker, listen } from '../../lib/messages/handle';
import { watchNews } from '../../lib/messages/news';
import type { Annotation, PageProtocol } from '../../lib/messages/protocol';
import { codeOf, send } from '../../lib/messages/send';
import { compact } from '../../lib/model/compact';
import { SECOND } from '../../lib/model/dates';
import type { PaperMeta, PaperRef } from '../../lib/model/page';
import type { Site } from '../../lib/sites/types';
import { createAnnotation } from '../../lib/page/annotation';
import { whenReady } from '../../lib/page/ready';
import { findReservedPlace } from '../../lib/page/reserved-place';
import { createSidebar } from '../../lib/page/sidebar';

/** A first sync announces itself several times a second; the annotation follows at this pace. */
const NEWS_PAUSE_MS = 2 * SECOND;

/** Annotates one paper page until `signal` is aborted: the reader went on, or the extension was updated. */
export async function showPaper(shown: {
  readonly site: Site;
  readonly ref: PaperRef;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { site, ref, signal } = shown;
  await whenReady(signal);
  if (signal.aborted) return;
  const meta = extractMeta(site, ref);
  // A page with the URL of a paper that describes none (404, bot check) is left alone. A PDF never describes itself.
  if (meta === null && ref.view === 'abstract' && site.anchors.length > 0) return;
  const request = compact({ ref, meta: meta ?? undefined });
  let annotation: Annotation | null = null;
  let asking: Promise<void> = Promise.resolve();

  const place = findReservedPlace(site.anchors);
  const sidebar = createSidebar({
    url: () => `${browser.runtime.getURL('/sidepanel.html')}#token=${annotation?.panelToken}`,
    openSidePanel: () => send('page.openSidePanel'),
    onClose: () => view.focus(),
    signal,
  });
  const view = createAnnotation({
    place: place === null ? 'edge' : 'row',
    onOpen: () => void toggle(),
    onRetry: () => void refresh(),
    onReload: () => location.reload(),
    signal,
  });
  // Empty until the first answer. On PDFs only children of <html> are drawn above the viewer.
  (place ?? document.documentElement).append(view.host);

  async function ask(): Promise<void> {
    if (signal.aborted) return;
    try {
      annotation = await send('page.annotate', request);
      if (!signal.aborted) view.show(annotation);
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

  const handlers = {
    'sidebar.toggle': () => void toggle(),
    'sidebar.ready': () => sidebar.ready(),
    'sidebar.close': () => sidebar.close(),
  };
  signal.addEventListener('abort', listen<PageProtocol>(handlers, fromWorker));
  followNews(() => annotation, refresh, signal);
  window.addEventListener('pagehide', () => sidebar.close(), { signal });
  const onPageShow = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    // Back from the back/forward cache: the worker knows the tab by the page that was shown in between.
    annotation = null;
    void refresh();
  };
  window.addEventListener('pageshow', onPageShow, { signal });
  await refresh();
}

function extractMeta(site: Site, ref: PaperRef): PaperMeta | null {
  const meta = site.extract(document);
  // After a navigation without a load the head may still describe the page before.
  const isOther =
    meta?.ids.arxiv !== undefined && ref.ids.arxiv !== undefined && meta.ids.arxiv !== ref.ids.arxiv;
  return isOther ? null : meta;
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
