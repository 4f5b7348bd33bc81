import type { IsoDate } from '../dates';
import type { JobId, JobState } from './job';
import type { Paper, PaperKey, SourceId } from '../paper/paper';

/** The list of one day of a source. */
export interface Edition {
  readonly source: SourceId;
  readonly date: IsoDate;
  /** In the source's order. */
  readonly papers: readonly PaperKey[];
  readonly fetchedAtMs: number;
  /** Came with the package: never fetched, and perhaps only a part. */
  readonly isStarter?: true;
  /** Those of `papers` that arXiv lists in this category, but files under another. */
  readonly cross?: readonly PaperKey[];
  /** Papers of which arXiv announced a new version that day; not among `papers`. */
  readonly replaced?: readonly PaperKey[];
  /** Those of `papers` that the source's last whole list no longer had: deleted there, kept here. */
  readonly unlisted?: readonly PaperKey[];
}

/** A list that a source orders by itself, whatever the days: the newest response replaces it. */
export interface Ranking {
  readonly source: SourceId;
  readonly papers: readonly PaperKey[];
  readonly fetchedAtMs: number;
}

/** Why records were left out, and how many: shown, never hidden. */
export interface DropCount {
  readonly reason: DropReason;
  readonly count: number;
}

export type DropReason = 'no-authors' | 'no-date' | 'no-id' | 'no-title' | 'not-an-object';

/** Why a request or a job failed; each has words in `components/words/words.ts`. */
export type FeedErrorCode =
  | 'blocked'
  /** A day that had papers came back without any. */
  | 'empty-list'
  | 'http-error'
  | 'network'
  | 'not-found'
  | 'rate-limited'
  | 'server-error'
  | 'storage'
  | 'storage-full'
  | 'timeout'
  | 'too-large'
  | 'unexpected'
  | 'wrong-format';

/** State of one source, for people. */
export interface SourceStatus {
  readonly source: SourceId;
  readonly name: string;
  /** Of the daily sync. */
  readonly state: JobState;
  /** Absent before the first complete sync. */
  readonly lastSuccessAtMs?: number;
  readonly papers: number;
  readonly dropped: readonly DropCount[];
  /** What is fetched of the past: the history of the daily papers, the categories that are filled back. */
  readonly history: readonly HistoryStatus[];
}

/** State of one job that fetches the past. */
export interface HistoryStatus {
  readonly id: JobId;
  /** The arXiv category that is filled back. */
  readonly category?: string;
  readonly state: JobState;
  /** The first day that is wanted. */
  readonly goalOn: IsoDate;
  /** The oldest day that is cached; absent before the first. */
  readonly reachedOn?: IsoDate;
  readonly dropped: readonly DropCount[];
}

/** State of the whole feed. */
export interface FeedStatus {
  readonly sources: readonly SourceStatus[];
  readonly papers: number;
  /** Newest edition of all sources. */
  readonly newestEdition?: { readonly source: SourceId; readonly date: IsoDate };
  /** The feed that came with the package, once it is loaded. */
  readonly starter?: StarterStatus;
}

/** The starter feed, for people. */
export interface StarterStatus {
  /** Its newest list. */
  readonly date: IsoDate;
  readonly papers: number;
  /** Which responses it was made of. */
  readonly origin: string;
}

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
}

/** How arXiv announced a paper on a day; absent on items that are new. */
export type Announcement = 'cross' | 'replaced';

/** A paper in a list, with the reader's own marks. */
export interface FeedItem {
  readonly paper: Paper;
  /** Came in since the reader last looked; history that was fetched later is not new. */
  readonly isNew: boolean;
  readonly saved?: ReadingState;
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

/** What filling a category back would cost. */
export interface FillEstimate {
  readonly papers: number;
  readonly requests: number;
  readonly durationMs: number;
  /** The papers would not all fit into the budget of the settings. */
  readonly isOverBudget: boolean;
}

/** How far the reader got with a saved paper. */
export type ReadingState = 'done' | 'reading' | 'to-read';

/**
 * Names one request of a source. JSON: the queue of a sync is stored as cursors, so that it survives the
 * worker.
 */
export type Cursor = { readonly kind: string } & Readonly<
  Record<string, number | string | readonly string[]>
>;
