import type { IsoDate } from './dates';
import type { PaperIds } from './paper';

/** How a page shows its paper. */
export type PaperView = 'abstract' | 'html' | 'pdf';

/** What a URL says: which paper it is about, and how it shows it. */
export interface PaperRef {
  /** The site that recognised the URL. */
  readonly site: string;
  readonly ids: PaperIds;
  /**
   * The site's own name of the paper, where its URL names none of the ids: tells the papers of a single-page
   * site apart.
   */
  readonly record?: string;
  /** The version that the URL names. */
  readonly version?: number;
  readonly view: PaperView;
}

/** What a page says about its paper. Missing parts are absent, not ''. */
export interface PaperMeta {
  readonly ids: PaperIds;
  readonly title: string;
  /** "First Last", in the page's order. */
  readonly authors: readonly string[];
  readonly abstract?: string;
  /** The first version's day. */
  readonly publishedOn?: IsoDate;
  /** The version shown. */
  readonly version?: number;
  /** Primary first. */
  readonly categories: readonly string[];
  readonly pdfUrl?: string;
}
