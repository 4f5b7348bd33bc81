import type { DetectedPage } from '../model/paper/page';
import { detectPaper, findSite } from './';
import { pageSiteOf } from './page-site';
import { suspectPaper } from './site-hosts';

/**
 * What a URL says of a page: its site and paper, certain or to be confirmed by the page; null where there is
 * certainly none. Pure.
 */
export function detectPage(url: URL): DetectedPage | null {
  const certain = detectPaper(url);
  const ref = certain ?? suspectPaper(url);
  if (ref === null) return null;
  const listed = findSite(ref.site);
  const { hostname } = url;
  const site =
    listed === null
      ? { id: ref.site, key: hostname, name: hostname, isSinglePage: false, anchors: [] }
      : pageSiteOf(listed);
  return { site, ref, isSuspected: certain === null };
}
