import { readFileSync } from 'node:fs';
import { JSDOM, VirtualConsole } from 'jsdom';
import type { PaperMeta, PaperRef } from '../../lib/model/paper/page';
import { sites } from '../../lib/sites';
import { classifyUrl, pageSiteAt, siteAt } from '../../lib/sites/urls/classify-url';
import { confirmPage } from '../../lib/sites/pages/confirm-page';
import { readPage } from '../../lib/sites/pages/read-page';

/** What we say about a row. */
export interface Finding {
  /** Id of the site in the table; null for a host that is none of them. */
  readonly site: string | null;
  readonly isPaper: boolean;
  readonly ref: PaperRef | null;
  readonly meta: PaperMeta | null;
}

const dom = new JSDOM('', { virtualConsole: new VirtualConsole() });

/** Judges a row by its URL alone. Gives its ids even where only the page could say whether it is a paper. */
export function findByUrl(url: URL): Finding {
  const found = classifyUrl(url, sites);
  return { site: listedAt(url), isPaper: found?.kind === 'paper', ref: found?.ref ?? null, meta: null };
}

/**
 * Judges a row by its URL and the saved page, as the extension does: the table decides; where it leaves that
 * to the page, or does not know the host, the page has to confirm it. A page that describes nothing is not a
 * paper.
 */
export function findInPage(url: URL, file: string): Finding {
  const page = parsePage(url, readFileSync(file, 'utf8'));
  const found = classifyUrl(url, sites);
  const ref = found && confirmPage(page, found);
  const meta = found === null || ref === null ? null : readPage(page, found.site);
  const isSilent = meta === null && ref?.view === 'abstract';
  return { site: listedAt(url), isPaper: ref !== null && !isSilent, ref, meta };
}

/** Judges a page that was saved without its URL: only by what it says, read as its site's pages are. */
export function readSavedPage(someUrl: URL, file: string): Finding {
  const page = parsePage(someUrl, readFileSync(file, 'utf8'));
  const site = pageSiteAt(someUrl, sites);
  const ref = { site: site.id, ids: {}, view: 'abstract' } as const;
  const isListed = listedAt(someUrl) !== null;
  const isPaper = isListed || confirmPage(page, { kind: 'perhaps', site, ref }) !== null;
  const meta = isPaper ? readPage(page, site) : null;
  return { site: listedAt(someUrl), isPaper: meta !== null, ref: null, meta };
}

function listedAt(url: URL): string | null {
  return siteAt(url, sites)?.id ?? null;
}

/** Parses a page with its address, and runs nothing: ten times faster than a window for each. */
function parsePage(url: URL, html: string): Document {
  dom.reconfigure({ url: url.href });
  return new dom.window.DOMParser().parseFromString(html, 'text/html');
}
