import type { IsoDate } from '../../lib/model/dates';

/** What the server must know of a paper to draw its pages. */
export interface ReplayPaper {
  /** ArXiv id without version. */
  readonly id: string;
  /** The newest version. */
  readonly version: number;
  readonly title: string;
  readonly abstract: string;
  readonly authors: readonly string[];
  /** Primary first; never empty. */
  readonly categories: readonly string[];
  readonly publishedOn: IsoDate;
}

/** One record of the daily list, in the API's own shape; we name only the parts that the server reads. */
export interface DailyItem {
  readonly paper: { readonly id: string; readonly upvotes?: number } & Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

/** One answer, before the server writes it to a socket. */
export interface ReplayResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** What the server plays: sample data or recordings. */
export interface ReplayLibrary {
  /** Newest first. */
  readonly editionDates: readonly IsoDate[];
  /** In the list's own order; empty for a day without a list. */
  edition(date: IsoDate): readonly DailyItem[];
  /** Null if the id is unknown. */
  paper(id: string): ReplayPaper | null;
  /** Newest first. */
  readonly papers: readonly ReplayPaper[];
  /** A recorded page, by its full URL. */
  page(url: string): ReplayResponse | null;
  /** The `<item>` elements of arXiv's daily feed for one category. */
  rssItems(category: string): readonly string[];
  /** The paper page that the demo opens. */
  readonly demoUrl: string;
}
