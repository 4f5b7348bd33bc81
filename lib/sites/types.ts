import type { PaperMeta, PaperRef } from '../model/page';

/** Where the annotation goes when the site's style sheet reserved the place at document start. */
export interface Anchor {
  /** The element that the annotation follows. */
  readonly selector: string;
  /** When the selector was last seen working, `YYYY-MM-DD`. */
  readonly seen: string;
}

/**
 * One supported site. Import-safe in Node: nothing here touches `document`, `browser` or the clock at module
 * level.
 */
export interface Site {
  /** Stable id: file name, settings key, test folder. */
  readonly id: string;
  readonly name: string;
  /** Manifest match patterns; the table's union becomes the content script's `matches`. */
  readonly matches: readonly string[];
  /** The paper a URL is about, or null for listings, search and help. Pure; never reads the page. */
  detect(url: URL): PaperRef | null;
  /**
   * Title, authors, abstract, date as the page shows them; null when the page names no paper (or has not got
   * it yet).
   */
  extract(page: Document): PaperMeta | null;
  /** Views with a reserved place, newest layout first. No match: the slim tab on the right edge. */
  readonly anchors: readonly Anchor[];
}
