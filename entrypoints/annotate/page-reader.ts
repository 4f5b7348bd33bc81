import type { PaperMeta, PaperRef } from '../../lib/model/page';
import { isAbout } from '../../lib/page/page-meta';
import { detectPaper, findSite } from '../../lib/sites';
import type { Site } from '../../lib/sites/types';

/** The paper at an address, and how to read it. */
export interface PagePaper {
  readonly site: Site;
  readonly ref: PaperRef;
  /** The same as long as an address shows the same paper in the same view. */
  readonly key: string;
  /** As in the settings' `sitesOff`. */
  readonly siteKey: string;
  /** What the page says of it now; null when it says nothing, or still speaks of the paper before. */
  readonly read: () => PaperMeta | null;
}

/** Makes the function that tells which paper an address shows. It remembers what the page has said before. */
export function createPageReader(page: Document): (url: URL) => PagePaper | null {
  let last: { readonly paper: string; readonly title: string } | null = null;

  return (url) => {
    const ref = detectPaper(url);
    const site = ref === null ? null : findSite(ref.site);
    if (ref === null || site === null) return null;
    const paper = JSON.stringify([ref.site, ref.ids, ref.record]);
    return {
      site,
      ref,
      key: paper + ref.view,
      siteKey: site.id,
      read: () => {
        const meta = site.extract(page);
        if (meta === null || !isAbout(ref, meta)) return null;
        // After a navigation without a load the head may still describe the page before.
        if (last !== null && last.paper !== paper && last.title === meta.title) return null;
        last = { paper, title: meta.title };
        return meta;
      },
    };
  };
}
