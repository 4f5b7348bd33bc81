import { send } from '../../lib/messages/send';
import type { ClassifiedPage, PageSite, PaperMeta, PaperRef } from '../../lib/model/paper/page';
import { handedPage } from '../../lib/page/injected';
import { isTabOfBefore } from '../../lib/page/location';
import { isAbout } from '../../lib/page/page-meta';
import { requiredSites } from '../../lib/sites';
import { classifyUrl, OTHER_SITE } from '../../lib/sites/urls/classify-url';
import { confirmPage } from '../../lib/sites/pages/confirm-page';
import { readPage } from '../../lib/sites/pages/read-page';

/** The paper of a page, and how to read it. */
export interface PagePaper {
  readonly site: PageSite;
  readonly ref: PaperRef;
  /** What the page says about it now; null when it says nothing, or still describes the paper before. */
  readonly read: () => PaperMeta | null;
}

/**
 * What a URL says: as the worker handed it over with this script, or from the table of required sites, before
 * the page is drawn. Only after a navigation without a load is the worker asked.
 */
export async function classifyHere(url: URL): Promise<ClassifiedPage | null> {
  const handed = handedPage(url);
  if (handed !== null) return handed;
  const known = classifyUrl(url, requiredSites);
  return known?.site.id === OTHER_SITE ? send('page.detect', { url: url.href }) : known;
}

/** The paper of a page; null where the page would have to say that it is one, and does not. */
export function findPaper(page: Document, classified: ClassifiedPage): PagePaper | null {
  const { site } = classified;
  const ref = confirmPage(page, classified);
  if (ref === null) return null;
  const read = (): PaperMeta | null => {
    if (!site.isSinglePage) return readPage(page, site);
    // After a navigation without a load the page may still describe the paper before.
    const meta = isTabOfBefore() ? null : readPage(page, site);
    return meta !== null && isAbout(ref, meta) ? meta : null;
  };
  return { site, ref, read };
}
