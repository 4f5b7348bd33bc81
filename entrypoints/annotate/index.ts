import { defineUnlistedScript } from '#imports';
import { report } from '../../lib/log';
import { showPaper } from './show-paper';
import { createPageReader, type PagePaper } from './page-reader';
import { watchLocation } from '../../lib/page/location';
import { givePlaceBack, reservePlace } from '../../lib/page/reserved-place';
import { takeOver } from '../../lib/page/take-over';
import { readSettings } from '../../lib/settings/store';
import './style.css';

/**
 * On paper pages: detect the paper; unless its site is switched off, extract, ask and show.
 *
 * Not a content script of WXT's, whose context costs every paper page 1 KB and announces itself by an event
 * that pages can hear: the manifest (tools/manifest.ts) and the worker (lib/services/page-scripts.ts) name
 * the file.
 */
export default defineUnlistedScript(() => {
  const signal = takeOver('annotate');
  const findPaper = createPageReader(document);
  let shown: AbortController | null = null;
  let shownKey: string | null = null;

  function start(url: URL): void {
    const paper = findPaper(url);
    const key = paper?.key ?? null;
    // A hash, or a query that changes nothing for us: an open sidebar stays.
    if (key !== null && key === shownKey) return;
    shownKey = key;
    shown?.abort();
    givePlaceBack();
    if (paper === null) return;
    shown = new AbortController();
    reservePlace(paper.site);
    // An adapter that breaks gives up quietly: the page is as if we were not there.
    show(paper, shown.signal).catch((error: unknown) => report('annotate', error));
  }

  async function show(paper: PagePaper, end: AbortSignal): Promise<void> {
    const { sitesOff } = await readSettings();
    if (end.aborted) return;
    if (sitesOff.includes(paper.siteKey)) return givePlaceBack();
    await showPaper({ ...paper, signal: end });
  }

  watchLocation(start, signal);
  signal.addEventListener('abort', () => shown?.abort());
  start(new URL(location.href));
});
