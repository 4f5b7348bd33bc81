import { send } from '../../lib/messages/send';
import { hostOf } from '../../lib/model/access/hosts';
import type { DetectedPage, PageSite, PaperMeta, PaperRef } from '../../lib/model/paper/page';
import { isAbout } from '../../lib/page/page-meta';
import { isTabOfBefore } from '../../lib/page/tab-before';
import { confirmPaper } from '../../lib/sites/declared';
import { pageSiteOf } from '../../lib/sites/page-site';
import { readPage } from '../../lib/sites/read-page';
import { requiredSites } from '../../lib/sites/required-sites';

/** The paper of a page, and how to read it. */
export interface PagePaper {
  readonly site: PageSite;
  readonly ref: PaperRef;
  /** What the page says of it now; null when it says nothing, or still speaks of the paper before. */
  readonly read: () => PaperMeta | null;
}

const REQUIRED_HOSTS = new Set(requiredSites.flatMap(({ matches }) => matches).map(hostOf));

/** What an address says: known here for required sites, before the page is drawn; else the worker knows. */
export async function detectHere(url: URL): Promise<DetectedPage | null> {
  if (!REQUIRED_HOSTS.has(url.hostname)) return send('page.detect', { url: url.href });
  for (const site of requiredSites) {
    const certain = site.detect(url);
    const ref = certain ?? site.suspect?.(url) ?? null;
    if (ref !== null) return { site: pageSiteOf(site), ref, isSuspected: certain === null };
  }
  return null;
}

/** The paper of a page; null where the page would have to say that it is one, and does not. */
export function findPaper(page: Document, { site, ref: named, isSuspected }: DetectedPage): PagePaper | null {
  const ref = isSuspected ? confirmPaper(page, named) : named;
  if (ref === null) return null;
  const read = (): PaperMeta | null => {
    if (!site.isSinglePage) return readPage(site.id, page);
    // After a navigation without a load the page may still describe the one before.
    const meta = isTabOfBefore() ? null : readPage(site.id, page);
    return meta !== null && isAbout(ref, meta) ? meta : null;
  };
  return { site, ref, read };
}
