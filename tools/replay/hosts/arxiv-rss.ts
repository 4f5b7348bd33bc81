import { rssChannel } from '../pages/rss';
import { text, xml } from '../responses';
import type { ReplayLibrary, ReplayResponse } from '../types';

/** Plays rss.arxiv.org: `/rss/cs.LG+cs.CL`, one item per paper even when it is listed in several categories. */
export function arxivRss(library: ReplayLibrary, url: URL): ReplayResponse {
  const [, written = ''] = /^\/rss\/([^/]+)$/.exec(url.pathname) ?? [];
  // The plus sign between categories arrives plain or encoded.
  const categories = decodeURIComponent(written).split('+').filter(Boolean);
  if (categories.length === 0) return text('Not Found', 404);
  const items = new Set(categories.flatMap((category) => library.rssItems(category)));
  return xml(rssChannel(categories, [...items], library.editionDates[0]), 'rss');
}
