import type { PaperMeta, UrlVerdict } from '../model/paper/page';

/** What a page says about its paper; null when it names none, or not yet. */
export type PageReader = (page: Document) => PaperMeta | null;

/**
 * Where the annotation goes when our style sheet reserved a slot at document start: selectors of the element
 * that it follows, newest layout first, each with the day it was last seen working (`YYYY-MM-DD`).
 */
export type Anchors = Readonly<Record<string, string>>;

/** The named groups of a pattern: an id, or whatever `doi` needs. */
export type Groups = Readonly<Partial<Record<string, string>>>;

/** One form that the URLs of a site's papers take. */
export interface Layout {
  /** A URL of this form. tests/structure/sites.test.ts tries it on this site and on all others. */
  readonly example: string;
  /**
   * Matches the whole path. Named groups hold an id (`arxiv`, `doi`, `openreview`, `acl`, `pmid`, `pmcid`,
   * `s2`), the site's own `record` or the `version`. A group `pdf` or `html` that is not empty is the view.
   */
  readonly path: RegExp;
  /** Parameters that must be there, whatever their case, with the pattern of the whole value. */
  readonly query?: Readonly<Record<string, RegExp>>;
  /** The DOI, where it certainly follows from the groups. */
  readonly doi?: (groups: Groups) => string;
  /** Only the page can tell whether it is a paper (`confirmPage`). */
  readonly isUnsure?: true;
}

/**
 * One supported site, as its URLs describe it: the export `urls` of its module. How its pages are read is a
 * separate export, `read`, because scripts on pages need all readers and few URLs, and the worker the
 * opposite.
 *
 * Import-safe in Node: nothing here touches `document`, `browser` or the clock at module level.
 */
export interface Site {
  /** Stable id: file name, settings key, fixture folder. */
  readonly id: string;
  readonly name: string;
  /**
   * `required`: granted at installation and matched by the manifest. `optional`: the reader allows the site,
   * and its script is registered at run time.
   */
  readonly access: 'required' | 'optional';
  /** Match patterns of the pages that may be papers. Our scripts run on no others. */
  readonly matches: readonly string[];
  /** Readers go from page to page without a load: `matches` covers whole hosts, and each URL is classified. */
  readonly isSinglePage?: true;
  /** Without any, the annotation is a tab on the right edge. */
  readonly anchors?: Anchors;
  /** How the tab's title ends on papers, where only the tab's title is always up to date. */
  readonly tab?: RegExp;
  /** The forms of its papers' URLs; absent where `classify` is written out. */
  readonly papers?: () => readonly Layout[];
  /** The paper that a URL names; null for listings, search and help. Pure: it never reads the page. */
  classify(url: URL): UrlVerdict | null;
}
