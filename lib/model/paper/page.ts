import type { PageFact } from './facts';
import type { PaperFacts, PaperIds } from './paper';

/** How a page shows its paper. */
export type PaperView = 'abstract' | 'html' | 'pdf';

/** What a URL says: which paper it is about, and how it shows it. */
export interface PaperRef {
  /** The site that recognised the URL. */
  readonly site: string;
  readonly ids: PaperIds;
  /**
   * The site's own name for the paper if its URL contains no id; distinguishes the papers of a single-page
   * site.
   */
  readonly record?: string;
  /** The version that the URL names. */
  readonly version?: number;
  readonly view: PaperView;
}

/** What a page says about its paper. Missing parts are absent; authors are "First Last", in the page's order. */
export interface PaperMeta extends Pick<PaperFacts, PageFact> {
  readonly pdfUrl?: string;
}

/**
 * What scripts on pages know about a site. They know the required sites by themselves; for others they ask
 * the worker.
 */
export interface PageSite {
  /** As in references: says how the site's pages are read. */
  readonly id: string;
  /** As in the settings' `sitesOff`: the id of a listed site, the host name of any other. */
  readonly key: string;
  readonly name: string;
  /** Readers go from page to page without a load, and scripts draw the pages. */
  readonly isSinglePage: boolean;
  /** Selectors of the elements that the annotation may follow, newest layout first. */
  readonly anchors: readonly string[];
  /** How the tab's title ends on papers, as a regular expression; only where the page's tags may lag behind. */
  readonly tab?: string | undefined;
}

/** What a URL says about a page that may be a paper. */
export interface UrlVerdict {
  /** `perhaps`: it is a paper only if the page itself says so. */
  readonly kind: 'paper' | 'perhaps';
  readonly ref: PaperRef;
}

/** The same, with the site. Null stands for a page that is certainly not a paper. */
export interface ClassifiedPage extends UrlVerdict {
  readonly site: PageSite;
}
