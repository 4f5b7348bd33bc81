import type { HttpGet } from '../http';
import type { IsoDate } from '../model/dates';
import type { Announcement } from '../model/feed/edition';
import type { EditionSpan, EditionView } from '../model/feed/lists';
import type { Cursor, DropCount } from '../model/feed/request';
import type { PaperFacts, PaperIds, SourceId } from '../model/paper/paper';

/**
 * What a source says of itself: plain data and pure functions, which pages, worker and Node can import.
 *
 * Interface, message gate, settings, rows, sync and manifest derive what they know of the source from it.
 */
export interface SourceDescription<TId extends string = SourceId> {
  /** Folder name, store key, settings key. Never changes. */
  readonly id: TId;
  /** In full, for the settings. */
  readonly name: string;
  /** On the popup's switch, in headings and footers. */
  readonly shortName: string;
  /** Begins the names of exported files. */
  readonly fileName: string;
  /** The lists it has, and what the tab of each is called. */
  readonly lists: Readonly<Partial<Record<EditionSpan, string>>>;
  /** Where its site shows its lists. */
  readonly listsUrl: string;
  /** Where its site shows one list; a URL of its own for each, as files are told apart by it. */
  readonly listUrl: (list: Pick<EditionView, 'date' | 'span'>) => string;
  /** The page of one of its papers. */
  readonly paperUrl: (ids: PaperIds) => string;
  /** What the reader chooses from it, as `categories`; absent for a source that is followed as a whole. */
  readonly fields?: { readonly plural: string };
  /** What of its past can be fetched: all days, or one field at a time. Absent when nothing can. */
  readonly past?:
    | {
        readonly kind: 'history';
        /** What is fetched, as `Daily papers`. */
        readonly name: string;
        /** Its first list. */
        readonly firstOn: IsoDate;
      }
    | { readonly kind: 'fills' };
  /** One abstract can be fetched by itself: it has `Source.fetchPaper`. */
  readonly hasSingleAbstracts?: true;
  /** The feed in the package was made of its lists; true for one source. */
  readonly hasStarter?: true;
  /** Match patterns of every host it asks; become host permissions. */
  readonly hosts: readonly string[];
  /** Pause between two requests over all hosts of the source, whoever makes them. */
  readonly minIntervalMs: number;
  /** How its records may be used. */
  readonly licence: string;
  /** Its bit in the stored rows: a power of two below 128. Never changes; a new source takes the next. */
  readonly segmentBit: number;
}

/** What a plan may depend on. */
export interface PlanContext {
  readonly nowMs: number;
  /** Fields of the source that the reader follows. */
  readonly fields: readonly string[];
  /** Days of history to hold. */
  readonly historyDays: number;
  /** When the last complete sync ended, so that we ask for what was missed since; absent on a first sync. */
  readonly lastSuccessAtMs?: number;
}

/** Which part of the past is wanted. */
export interface PastRange {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The field to fill back; absent for a source that is followed as a whole. */
  readonly field?: string;
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

/** A source at work: knows bytes and the model, nothing of storage or schedules. */
export interface Source extends SourceDescription {
  /** The first requests of a sync; empty when the source is off. Pure. */
  plan(context: PlanContext): readonly Cursor[];
  /** The requests for a part of the past, newest first; absent for a source without one. Pure. */
  planPast?(range: PastRange): readonly Cursor[];
  /** The newest day that a cursor of `planPast` fetches; every later day is there by then. */
  newestOf?(cursor: Cursor): IsoDate | null;
  /** What a fill of one field costs, for an estimate; absent for a source without fills. */
  readonly fillCost?: {
    readonly papersPerRequest: number;
    /** Papers of a field on one weekday: a round figure for a first estimate. */
    readonly usualPapersPerList: (field: string) => number;
  };
  /**
   * Fetches one paper by itself; null when the source identifies papers by none of these ids. Errors:
   * `NetworkError`, `not-found` for a paper that the source does not have; `ParseError`.
   */
  fetchPaper?(ids: PaperIds, get: HttpGet, signal: AbortSignal): Promise<PaperFacts | null>;
  /** When the time ends in which the source wants no requests, ms since epoch; null outside of such a time. */
  quietUntilMs?(nowMs: number): number | null;
  /** The first moment from `timeMs` on at which a daily sync can find anything new. */
  usefulAtMs?(timeMs: number): number;
  /** True for a body that refuses the request although its status reports success. */
  isRefusal?(body: string): boolean;
  /** True for a request that the sync can do without: if its answer is unusable, it is skipped. */
  isOptional?(cursor: Cursor): boolean;
  /** The edition that a cursor fetches, if exactly one: a sync skips editions that can no longer change. */
  editionOf(cursor: Cursor): IsoDate | null;
  /** One response body: parsed JSON, or text for XML. Errors: `NetworkError`; `ParseError` for invalid JSON. */
  fetchPage(cursor: Cursor, get: HttpGet, signal: AbortSignal): Promise<unknown>;
  /**
   * What to ask instead of a cursor that the server refuses for good (`not-found`, `http-error`): empty when
   * nothing takes its place. Pure.
   */
  fallback(cursor: Cursor, context: PlanContext): readonly Cursor[];
  /** Reads a body. Drops and counts bad records. Errors: `ParseError` when the envelope is wrong. */
  parse(raw: unknown, cursor: Cursor, context: PlanContext): ParsedPage;
}
