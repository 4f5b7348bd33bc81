import { defineContentScript } from '#imports';
import { report } from '../../lib/log';
import { showPaper } from './show-paper';
import { readSettings } from '../../lib/settings/store';
import { detectPaper, findSite } from '../../lib/sites';
import { siteMatches } from '../../lib/sites/site-hosts';
import './style.css';

/** On paper pages: detect the paper; unless its site is switched off, extract, ask and show. */
export default defineContentScript({
  matches: [...siteMatches],
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main(ctx) {
    let shown: AbortController | null = null;

    async function show(url: URL): Promise<void> {
      shown?.abort();
      shown = new AbortController();
      const { signal } = shown;
      const ref = detectPaper(url);
      const site = ref === null ? null : findSite(ref.site);
      if (ref === null || site === null) return;
      if ((await readSettings()).sitesOff.includes(site.id)) {
        document.documentElement.dataset['paperkin'] = 'off';
        return;
      }
      if (!signal.aborted) await showPaper({ site, ref, signal });
    }

    // An adapter that breaks gives up quietly: the page is as if we were not there.
    const start = (url: URL): void => void show(url).catch((error: unknown) => report('annotate', error));
    ctx.addEventListener(window, 'wxt:locationchange', ({ newUrl }) => start(newUrl));
    ctx.onInvalidated(() => shown?.abort());
    start(new URL(location.href));
  },
});
