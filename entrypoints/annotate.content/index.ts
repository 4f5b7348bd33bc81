import { defineContentScript } from '#imports';
import { report } from '../../lib/log';
import { showPaper } from './show-paper';
import type { PaperRef } from '../../lib/model/page';
import { watchLocation } from '../../lib/page/location';
import { readSettings } from '../../lib/settings/store';
import { detectPaper, findSite } from '../../lib/sites';
import { requiredMatches } from '../../lib/sites/site-hosts';
import './style.css';

/** On paper pages: detect the paper; unless its site is switched off, extract, ask and show. */
export default defineContentScript({
  matches: [...requiredMatches],
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main(ctx) {
    let shown: AbortController | null = null;
    let shownKey: string | null = null;

    async function show(ref: PaperRef | null): Promise<void> {
      shown?.abort();
      shown = new AbortController();
      const { signal } = shown;
      const site = ref === null ? null : findSite(ref.site);
      if (ref === null || site === null) return;
      if ((await readSettings()).sitesOff.includes(site.id)) {
        document.documentElement.dataset['paperkin'] = 'off';
        return;
      }
      if (!signal.aborted) await showPaper({ site, ref, signal });
    }

    function start(url: URL): void {
      const ref = detectPaper(url);
      const key = ref === null ? null : JSON.stringify([ref.site, ref.ids, ref.record, ref.view]);
      // A hash, or a query that changes nothing for us: an open sidebar stays.
      if (key !== null && key === shownKey) return;
      shownKey = key;
      // An adapter that breaks gives up quietly: the page is as if we were not there.
      show(ref).catch((error: unknown) => report('annotate', error));
    }

    watchLocation(start, ctx.signal);
    ctx.onInvalidated(() => shown?.abort());
    start(new URL(location.href));
  },
});
