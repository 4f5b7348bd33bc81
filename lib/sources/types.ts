import type { HttpGet } from '../http';
import type { IsoDate } from '../model/dates';
import type { Announcement } from '../model/feed/edition';
import type { Cursor, DropCount } from '../model/feed/request';
import type { PaperFacts, SourceId } from '../model/paper/paper';

/** What a plan may depend on. */
export interface PlanContext {
  readonly nowMs: number;
  /** Chosen arXiv categories. */
  readonly categories: readonly string[];
  /** Days of history to hold. */
  readonly historyDays: number;
  /** When the last complete sync ended; absent on a first one. What was missed since is asked for. */
  readonly lastSuccessAtMs?: number;
}

/** Which part of the past is wanted. */
export interface PastRange {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** An arXiv category; absent for the daily papers. */
  readonly category?: string;
}

/** One record read from a response, before it is merged into the feed. */
export interface SourceRecord {
  readonly paper: PaperFacts;
  /** The paper's page at the source. */
  readonly link: string;
  /** The edition it is listed in; absent for records that only update a paper. */
  readonly edition?: IsoDate;
  /** How that edition announces it; absent for a paper that is new there. */
  readonly announced?: Announcement;
}

/** What one response said. */
export interface ParsedPage {
  /** In the response's order. */
  readonly records: readonly SourceRecord[];
  readonly dropped: readonly DropCount[];
  /** Requests that this response asks for: further pages, earlier days. */
  readonly next: readonly Cursor[];
  /** The records are all that the edition of the cursor lists. */
  readonly isWhole?: true;
  /** The records are the source's own ranking, in its order. */
  readonly isRanking?: true;
}

/** One feed provider: knows bytes and the model, nothing of storage, schedules or words. */
export interface Source {
  /** File name, store key, settings key. */
  readonly id: SourceId;
  readonly name: string;
  readonly homepage: string;
  /** Match patterns of every host it asks; become host permissions. */
  readonly hosts: readonly string[];
  /** Pause between two requests over all hosts of the source, whoever makes them. */
  readonly minIntervalMs: number;
  /** How its records may be used. */
  readonly licence: string;
  /** The first requests of a sync; empty when the source is off. Pure. */
  plan(context: PlanContext): readonly Cursor[];
  /** The requests for a part of the past, newest first; absent for a source without one. Pure. */
  planPast?(range: PastRange): readonly Cursor[];
  /** The newest day that a cursor of `planPast` fetches: all after it is there. */
  newestOf?(cursor: Cursor): IsoDate | null;
  /** The end of a time in which the source wants no requests at all, ms since epoch; null outside of one. */
  quietUntilMs?(nowMs: number): number | null;
  /** The first moment from `timeMs` on at which a daily sync can find anything new. */
  usefulAtMs?(timeMs: number): number;
  /** True for a body that refuses the request though its status says otherwise. */
  isRefusal?(body: string): boolean;
  /** True for a request whose answer the rest can do without: should it be unusable, it is left out. */
  isOptional?(cursor: Cursor): boolean;
  /**
   * The edition a cursor fetches, when it fetches just one: a sync leaves out editions that can no longer
   * change.
   */
  editionOf(cursor: Cursor): IsoDate | null;
  /**
   * One response body: parsed JSON, or text for XML. Errors: `NetworkError`; `ParseError` for JSON that is
   * none.
   */
  fetchPage(cursor: Cursor, get: HttpGet, signal: AbortSignal): Promise<unknown>;
  /**
   * What to ask instead of a cursor that the server refuses for good (`not-found`, `http-error`): empty when
   * nothing takes its place. Pure.
   */
  fallback(cursor: Cursor, context: PlanContext): readonly Cursor[];
  /** Reads a body. Bad records are dropped and counted. Errors: `ParseError` when the envelope is wrong. */
  parse(raw: unknown, cursor: Cursor, context: PlanContext): ParsedPage;
}
