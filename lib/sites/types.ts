import type { PaperMeta, PaperRef } from '../model/paper/page';

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
  /**
   * `required`: granted at installation and matched by the manifest. `optional`: the reader allows the site,
   * then its content script is registered at run time.
   */
  readonly access: 'required' | 'optional';
  /** Match patterns of the pages that may be papers, so that the script runs on no others. */
  readonly matches: readonly string[];
  /** Readers go from page to page without a load: `matches` covers the hosts, and `detect` runs again. */
  readonly isSinglePage?: true;
  /** The paper a URL is about, or null for listings, search and help. Pure; never reads the page. */
  detect(url: URL): PaperRef | null;
  /**
   * What a URL is about if it is a paper at all, where it cannot tell (a paper or a data set, a text or an
   * error page): there the page has to confirm it (`confirmPaper`). Null for all URLs that `detect` knows.
   */
  suspect?(url: URL): PaperRef | null;
  /**
   * Title, authors, abstract, date as the page shows them; null when the page names no paper (or has not got
   * it yet).
   */
  extract(page: Document): PaperMeta | null;
  /** Views with a reserved place, newest layout first. No match: the slim tab on the right edge. */
  readonly anchors: readonly Anchor[];
}
