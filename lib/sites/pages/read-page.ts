import { fold } from '../../model/paper/identity';
import type { PageSite, PaperMeta } from '../../model/paper/page';
import { READERS } from '..';
import { readMeta } from '../meta/read-meta';
import { textOfFirst } from './elements';
import type { PageReader } from '../types';

/** The reader that a site's pages have for themselves. */
export function ownReader(site: string): PageReader | undefined {
  return Object.hasOwn(READERS, site) ? READERS[site] : undefined;
}

/** What a page says about its paper, read as its site demands; null when it names none, or not yet. */
export function readPage(page: Document, { id, tab }: Pick<PageSite, 'id' | 'tab'>): PaperMeta | null {
  const meta = (ownReader(id) ?? readMeta)(page);
  return tab === undefined ? meta : checkWithTab(page, meta, tab);
}

/** Enough letters to tell two titles apart; sites cut long titles in the tab. */
const TELLING_CHARS = 40;

/**
 * On single-page sites the tags may still be those of the page before, or there are none: navigation changes
 * the tab's title ("Title | OpenReview", "[PDF] Title | Semantic Scholar"), not always the tags. What they
 * say counts when the tab's title says the same; else the tab's title is all that is known.
 */
function checkWithTab(page: Document, meta: PaperMeta | null, tab: string): PaperMeta | null {
  const written = textOfFirst(page, 'head > title');
  if (meta !== null && fold(written).includes(fold(meta.title).slice(0, TELLING_CHARS))) return meta;
  const title = new RegExp(`^(?:\\[PDF\\] )?(.+?) (?:on|[-|–]) (?:${tab})$`, 'i').exec(written)?.[1];
  return title === undefined ? null : { title, authors: [], categories: [], ids: {} };
}
