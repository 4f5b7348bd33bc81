import { addDays, DAY, type IsoDate, isoDateOf, startOfDayMs } from '../dates';
import type { Paper, SourceId } from '../paper/paper';
import type { SavedState } from '../saved';
import type { Announcement } from './edition';
import type { FeedStatus } from './status';

/**
 * What a list may span. Weeks and months are made of the cached days, most upvoted first; `trending` is the
 * source's own list; `rising` holds the papers of the last two weeks that gain upvotes fastest.
 */
export const EDITION_SPANS = ['day', 'week', 'month', 'trending', 'rising'] as const;

export type EditionSpan = (typeof EDITION_SPANS)[number];

/** One edition as a list shows it. */
export interface EditionView {
  readonly source: SourceId;
  readonly span: EditionSpan;
  /** The day; the first day of a week (Monday) or month; the day that a ranking was made. */
  readonly date: IsoDate;
  /** A day of the nearest earlier and later edition of the same span. */
  readonly previous?: IsoDate;
  readonly next?: IsoDate;
  /** When the list was last fetched, ms since epoch; for a week or month, that of its oldest day. */
  readonly fetchedAtMs: number;
  readonly papers: readonly FeedItem[];
}

/** What the popup opens with: the newest day of the reader's list, its papers without their abstracts. */
export interface OpeningList {
  readonly edition: EditionView;
  readonly status: FeedStatus;
  /** States of the saved papers in it. */
  readonly saved: readonly SavedState[];
}

/** A paper in a list. */
export interface FeedItem {
  readonly paper: Paper;
  /** It came in since the reader's last visit; history that was fetched later is not new. */
  readonly isNew: boolean;
  /** First listed in another category, or only a new version; absent for a paper that was new that day. */
  readonly announced?: Announcement;
  /** The source's last complete list of that day no longer has it. It stays. */
  readonly isUnlisted?: true;
}

/** What came in since the reader's last visit. */
export interface SinceView {
  /** The end of the previous visit, ms since epoch; null until the first sync is complete. */
  readonly sinceMs: number | null;
  /** Newest day first; a paper is listed once, on its earliest day. */
  readonly days: readonly SinceDay[];
  /** The number of all papers; `days` may have only the newest. */
  readonly total: number;
}

/** What came in on one day. */
export interface SinceDay {
  readonly source: SourceId;
  readonly date: IsoDate;
  readonly papers: readonly FeedItem[];
}

/** The formats in which a list is written. */
export type ExportFormat = 'atom' | 'json-feed' | 'markdown';

/** Days from the first to the last, both included. */
export interface DaySpan {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The week (Monday to Sunday) or the month that holds a day. */
export function spanAround(span: 'month' | 'week', date: IsoDate): DaySpan {
  if (span === 'week') {
    const daysAfterMonday = (new Date(startOfDayMs(date)).getUTCDay() + 6) % 7;
    const from = addDays(date, -daysAfterMonday);
    return { from, to: addDays(from, 6) };
  }
  const [year = 0, month = 1] = date.split('-').map(Number);
  return { from: isoDateOf(Date.UTC(year, month - 1, 1)), to: isoDateOf(Date.UTC(year, month, 1) - DAY) };
}
