import { readFileSync } from 'node:fs';
import { JSDOM, VirtualConsole } from 'jsdom';
import type { PaperMeta, PaperRef } from '../../lib/model/paper/page';
import { detectPaper } from '../../lib/sites';
import { confirmPaper, OTHER_SITE } from '../../lib/sites/declared';
import { readPage } from '../../lib/sites/read-page';
import { siteAt, suspectPaper } from '../../lib/sites/site-hosts';

/** What we say of a row. */
export interface Finding {
  /** Id of the site in the table; null for a host that is none of them. */
  readonly site: string | null;
  readonly isPaper: boolean;
  readonly ref: PaperRef | null;
  readonly meta: PaperMeta | null;
}

const dom = new JSDOM('', { virtualConsole: new VirtualConsole() });

/** By the URL alone. Its ids are given even where only the page could say whether it is a paper. */
export function findByUrl(url: URL): Finding {
  const ref = detectPaper(url);
  const suspected = suspectPaper(url);
  return { site: siteAt(url)?.id ?? null, isPaper: ref !== null, ref: ref ?? suspected, meta: null };
}

/**
 * By the URL and the saved page, as on a real one: the table decides; where it leaves that to the page, or
 * does not know the host, the page has to confirm it. A page that describes nothing is none.
 */
export function findInPage(url: URL, file: string): Finding {
  const page = parsePage(url, readFileSync(file, 'utf8'));
  const suspected = suspectPaper(url);
  const ref = detectPaper(url) ?? (suspected && confirmPaper(page, suspected));
  const meta = ref === null ? null : readPage(ref.site, page);
  const isSilent = meta === null && ref?.view === 'abstract';
  return { site: siteAt(url)?.id ?? null, isPaper: ref !== null && !isSilent, ref, meta };
}

/** A page saved without its URL: only what it says, read as its site's pages are. */
export function readSavedPage(someUrl: URL, file: string): Finding {
  const page = parsePage(someUrl, readFileSync(file, 'utf8'));
  const site = siteAt(someUrl)?.id ?? null;
  const suspected = { site: site ?? OTHER_SITE, ids: {}, view: 'abstract' } as const;
  const meta =
    site !== null || confirmPaper(page, suspected) !== null ? readPage(suspected.site, page) : null;
  return { site, isPaper: meta !== null, ref: null, meta };
}

/** The page without running anything, and with its address: ten times faster than a window for each. */
function parsePage(url: URL, html: string): Document {
  dom.reconfigure({ url: url.href });
  return new dom.window.DOMParser().parseFromString(html, 'text/html');
}
