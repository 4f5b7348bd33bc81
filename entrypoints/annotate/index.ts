import { defineUnlistedScript } from '#imports';
import { report } from '../../lib/log';
import type { ClassifiedPage } from '../../lib/model/paper/page';
import { takeOver, whenReady } from '../../lib/page/lifecycle';
import { watchLocation } from '../../lib/page/location';
import { releaseSlot, reserveSlot } from '../../lib/page/slot';
import { readSitesOff } from '../../lib/settings/sites-off';
import { classifyHere, findPaper } from './page-reader';
import { showPaper } from './show-paper';
import './style.css';

/**
 * On paper pages: classify the URL; unless its site is switched off, confirm and read the page, ask, show.
 *
 * Not a content script of WXT's, whose context costs every paper page 1 KB and announces itself by an event
 * that pages can hear. The manifest (tools/manifest.ts) and the worker (lib/services/access/page-scripts.ts)
 * name the file.
 */
export default defineUnlistedScript(() => {
  const signal = takeOver('annotate');
  let shown: AbortController | null = null;
  let shownKey: string | null = null;
  let latest: URL | null = null;

  async function follow(url: URL): Promise<void> {
    const isFirst = latest === null;
    latest = url;
    const page = await classifyHere(url);
    if (latest !== url || signal.aborted) return; // The reader went on.
    const key = page === null ? null : keyOf(page, url);
    // Only the hash changed, or a part of the query that says nothing to us: an open sidebar stays.
    if (key !== null && key === shownKey) return;
    shownKey = key;
    shown?.abort();
    // After a navigation without a load, what the page says may still be about the page before.
    if (page === null || (page.kind === 'perhaps' && !isFirst)) return releaseSlot();
    shown = new AbortController();
    await show(page, shown.signal);
  }

  async function show(page: ClassifiedPage, end: AbortSignal): Promise<void> {
    const { site } = page;
    if (site.anchors.length > 0) reserveSlot();
    const sitesOff = await readSitesOff();
    if (end.aborted) return;
    if (sitesOff.includes(site.key)) return releaseSlot();
    await whenReady(end);
    const paper = end.aborted ? null : findPaper(document, page);
    if (paper !== null) await showPaper({ ...paper, signal: end });
  }

  /** If a reader breaks, or the worker is gone, we give up quietly: the page is as if we were not there. */
  function start(url: URL): void {
    follow(url).catch((error: unknown) => {
      shown?.abort();
      report('annotate', error);
    });
  }

  watchLocation(start, signal);
  signal.addEventListener('abort', () => shown?.abort());
  start(new URL(location.href));
});

function keyOf({ kind, ref }: ClassifiedPage, { origin, pathname, search }: URL): string {
  return kind === 'perhaps'
    ? origin + pathname + search
    : JSON.stringify([ref.site, ref.ids, ref.record, ref.view]);
}
