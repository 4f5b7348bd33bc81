import type { IsoDate } from './dates';
import type { Paper, PaperKey, SourceId } from './paper';

/** The list of one day of a source. */
export interface Edition {
  readonly source: SourceId;
  readonly date: IsoDate;
  /** In the source's order. */
  readonly papers: readonly PaperKey[];
  readonly fetchedAtMs: number;
}

/** Why records were left out, and how many: shown, never hidden. */
export interface DropCount {
  readonly reason: DropReason;
  readonly count: number;
}

export type DropReason = 'no-authors' | 'no-date' | 'no-id' | 'no-title' | 'not-an-object';

/** Why a request or a job failed; each has words in `components/words.ts`. */
export type FeedErrorCode =
  | 'blocked'
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

/** What a source is doing. Stored, so that it survives the worker. */
export type JobState =
  | { readonly kind: 'off' }
  | { readonly kind: 'idle'; readonly nextRunAtMs: number }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | {
      readonly kind: 'failed';
      readonly code: FeedErrorCode;
      readonly retryAtMs: number;
      readonly atMs: number;
    };

/** State of one source, for people. */
export interface SourceStatus {
  readonly source: SourceId;
  readonly name: string;
  readonly state: JobState;
  /** Absent before the first complete sync. */
  readonly lastSuccessAtMs?: number;
  readonly papers: number;
  readonly dropped: readonly DropCount[];
}

/** State of the whole feed. */
export interface FeedStatus {
  readonly sources: readonly SourceStatus[];
  readonly papers: number;
  /** Newest edition of all sources. */
  readonly newestEdition?: { readonly source: SourceId; readonly date: IsoDate };
}

/** One edition as a list shows it. */
export interface EditionView {
  readonly source: SourceId;
  readonly date: IsoDate;
  readonly previous?: IsoDate;
  readonly next?: IsoDate;
  readonly papers: readonly FeedItem[];
}

/** A paper in a list, with the reader's own marks. */
export interface FeedItem {
  readonly paper: Paper;
  /** Came in since the reader last looked. */
  readonly isNew: boolean;
  readonly saved?: ReadingState;
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
