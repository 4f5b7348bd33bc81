import { hostOf, isOnHost } from '../../model/access/hosts';
import type { ClassifiedPage, PageSite } from '../../model/paper/page';
import type { Site } from '../types';

/** The id, in references, of every site that no table lists. */
export const OTHER_SITE = 'other';

/**
 * What a URL says about a page: a paper for certain, perhaps one (`confirmPage` asks the page), or null:
 * certainly none. Pure.
 *
 * On listed hosts the URL alone decides nearly everywhere, so that a listing with a paper's tags is never
 * taken for a paper. On any other host only the page can tell.
 */
export function classifyUrl(url: URL, table: readonly Site[]): ClassifiedPage | null {
  for (const site of table) {
    const verdict = site.classify(url);
    if (verdict !== null) return { ...verdict, site: pageSiteOf(site) };
  }
  const site = pageSiteAt(url, table);
  if (site.id !== OTHER_SITE || !/^https?:$/.test(url.protocol)) return null;
  return { kind: 'perhaps', site, ref: { site: site.id, ids: {}, view: 'abstract' } };
}

/** The first site that is listed with a URL's host, whatever the page; null when there is none. */
export function siteAt({ hostname }: URL, table: readonly Site[]): Site | null {
  const isHere = (pattern: string): boolean => isOnHost(hostname, hostOf(pattern));
  return table.find(({ matches }) => matches.some(isHere)) ?? null;
}

/** What scripts on pages need to know about the site of a URL, listed or not. */
export function pageSiteAt(url: URL, table: readonly Site[]): PageSite {
  const { hostname } = url;
  const listed = siteAt(url, table);
  return listed ? pageSiteOf(listed) : pageSiteOf({ id: OTHER_SITE, name: hostname }, hostname);
}

type NamedSite = Pick<Site, 'anchors' | 'id' | 'isSinglePage' | 'name' | 'tab'>;

function pageSiteOf(site: NamedSite, key = site.id): PageSite {
  const { id, name, isSinglePage = false, anchors = {}, tab } = site;
  return { id, key, name, isSinglePage, anchors: Object.keys(anchors), tab: tab?.source };
}
