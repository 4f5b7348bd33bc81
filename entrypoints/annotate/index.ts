import { defineUnlistedScript } from '#imports';
import { report } from '../../lib/log';
import { showPaper } from './show-paper';
import { detectHere, findPaper } from './page-reader';
import type { DetectedPage } from '../../lib/model/paper/page';
import { watchLocation } from '../../lib/page/location';
import { whenReady } from '../../lib/page/ready';
import { releaseSlot, reserveSlot } from '../../lib/page/slot-mark';
import { rememberTab } from '../../lib/page/tab-before';
import { takeOver } from '../../lib/page/take-over';
import { readSitesOff } from '../../lib/settings/sites-off';
import './style.css';

/**
 * On paper pages: detect the paper; unless its site is switched off, extract, ask and show.
 *
 * Not a content script of WXT's, whose context costs every paper page 1 KB and announces itself by an event
 * that pages can hear: the manifest (tools/manifest.ts) and the worker (lib/services/access/page-scripts.ts)
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
    const detected = await detectHere(url);
    if (latest !== url || signal.aborted) return; // The reader went on.
    const key = detected === null ? null : keyOf(detected, url);
    // A hash, or a query that changes nothing for us: an open sidebar stays.
    if (key !== null && key === shownKey) return;
    shownKey = key;
    shown?.abort();
    // What a page says of itself may still be about what scripts have exchanged.
    if (detected === null || (detected.isSuspected && !isFirst)) return releaseSlot();
    shown = new AbortController();
    await show(detected, shown.signal);
  }

  async function show(detected: DetectedPage, end: AbortSignal): Promise<void> {
    const { site } = detected;
    if (site.anchors.length > 0) reserveSlot();
    const sitesOff = await readSitesOff();
    if (end.aborted) return;
    if (sitesOff.includes(site.key)) return releaseSlot();
    await whenReady(end);
    const paper = end.aborted ? null : findPaper(document, detected);
    if (paper !== null) await showPaper({ ...paper, signal: end });
  }

  /** An adapter that breaks, or a worker that is gone, gives up quietly: the page is as if we were not there. */
  function start(url: URL): void {
    follow(url).catch((error: unknown) => {
      shown?.abort();
      report('annotate', error);
    });
  }

  const onLocation = (url: URL): void => {
    rememberTab();
    start(url);
  };
  watchLocation(onLocation, signal);
  signal.addEventListener('abort', () => shown?.abort());
  start(new URL(location.href));
});

function keyOf({ ref, isSuspected }: DetectedPage, { origin, pathname, search }: URL): string {
  return isSuspected ? origin + pathname + search : JSON.stringify([ref.site, ref.ids, ref.record, ref.view]);
}
