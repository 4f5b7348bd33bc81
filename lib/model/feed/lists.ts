import type { IsoDate } from '../dates';
import type { Paper, SourceId } from '../paper/paper';
import type { SavedState } from '../saved';
import type { Announcement } from './edition';
import type { FeedStatus } from './status';

/**
 * What a list spans. Weeks and months are made of the cached days, most upvoted first; `trending` is the
 * source's own list; `rising` holds the papers of the last two weeks that gain upvotes fastest.
 */
export type EditionSpan = 'day' | 'month' | 'rising' | 'trending' | 'week';

/** One edition as a list shows it. */
export interface EditionView {
  readonly source: SourceId;
  readonly span: EditionSpan;
  /** The day; the first day of a week (Monday) or month; the day that a ranking was made. */
  readonly date: IsoDate;
  /** A day of the nearest earlier and later edition of the same span. */
  readonly previous?: IsoDate;
  readonly next?: IsoDate;
  /** When the list was last fetched, ms since epoch; of a week or month the oldest of its days. */
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
  /** Came in since the reader last looked; history that was fetched later is not new. */
  readonly isNew: boolean;
  /** Listed in another category first, or only a new version; absent for a paper that was new that day. */
  readonly announced?: Announcement;
  /** The source's last complete list of that day no longer has it. It stays. */
  readonly isUnlisted?: true;
}

/** What came in since the reader last looked. */
export interface SinceView {
  /** The end of the look before this one, ms since epoch; null before the first sync was complete. */
  readonly sinceMs: number | null;
  /** Newest day first; a paper is listed once, on its earliest day. */
  readonly days: readonly SinceDay[];
  /** Papers in all; `days` may hold fewer, the newest. */
  readonly total: number;
}

/** What came in on one day. */
export interface SinceDay {
  readonly source: SourceId;
  readonly date: IsoDate;
  readonly papers: readonly FeedItem[];
}

/** The forms in which a list is written. */
export type ExportFormat = 'atom' | 'json-feed' | 'markdown';
