import type { DBSchema } from 'idb';
import type { IsoDate } from '../model/dates';
import type { Edition, Ranking } from '../model/feed/edition';
import type { Cursor, DropCount, FeedErrorCode, Validators } from '../model/feed/request';
import type { JobId, JobState } from '../model/feed/job';
import type { ProviderId, ProviderPaper } from '../model/more-related';
import type { Paper, PaperFacts, PaperKey, SourceId } from '../model/paper/paper';
import type { SavedPaper } from '../model/saved';

export const DATABASE_NAME = 'paperkin';

/** Everything in IndexedDB. Only the worker opens it. */
export interface PaperkinSchema extends DBSchema {
  /** Written by a sync, read by every look-up. Can be rebuilt. */
  papers: {
    key: PaperKey;
    value: StoredPaper;
    indexes: { identity: PaperKey; source: SourceId; retentionScore: number };
  };
  /**
   * Written by a sync, read by the lists. Keyed `[source, date]`, so a range gives the days of a source in
   * order.
   */
  editions: {
    key: [SourceId, IsoDate];
    value: Edition;
  };
  /** The lists that sources order by themselves; one per source. */
  rankings: {
    key: SourceId;
    value: Ranking;
  };
  /** The only table of jobs: what each still has to fetch, and how its last run ended. */
  jobs: {
    key: JobId;
    value: Job;
  };
  /** One record per source: what its servers allow, across all jobs, look-ups and restarts. */
  servers: {
    key: SourceId;
    value: Server;
  };
  /** What the server called the version of a stored answer: it does not send an unchanged one again. */
  validators: {
    key: string;
    value: StoredValidators;
  };
  /**
   * What arXiv's API said of papers that neither page nor feed described (PDFs). Kept apart from the feed,
   * since the reader's own visits are not recommendations. Can be rebuilt.
   */
  lookups: {
    key: PaperKey;
    value: Lookup;
  };
  /** What services said of papers that the reader asked them about; the newest few hundred. */
  answers: {
    key: [ProviderId, PaperKey];
    value: ProviderAnswer;
    indexes: { askedAtMs: number };
  };
  /**
   * The papers as the look-up reads them, in the transactions that write them: rows of many papers in one
   * record, newer records before older ones. Can be rebuilt from `papers`.
   */
  segments: {
    key: number;
    value: InBlob<SegmentRecord>;
    indexes: { version: string };
  };
  /** What the serving segments were made with: one record, needed when an update brings another model. */
  models: {
    key: string;
    value: InBlob<StoredModel>;
  };
  /**
   * How much of the packaged feed is loaded: one record, absent until loading begins and in feeds that never
   * needed it.
   */
  starter: {
    key: StarterProgress['id'];
    value: StarterProgress;
  };
  /** The reading list. Mirrored in `storage.local`; never cleared by a migration. */
  saved: {
    key: PaperKey;
    value: SavedPaper;
  };
}

/** A paper with the keys under which any record of the same work finds it. */
export interface StoredPaper extends Paper {
  /** `identityKeys` of every record merged into it; the multi-entry index `identity`. */
  readonly identity: readonly PaperKey[];
  /** The sources in `provenance`; the multi-entry index `source` counts them. */
  readonly sources: readonly SourceId[];
  /** `retentionScoreOf`; the index `retentionScore` orders papers by which go first when space runs out. */
  readonly retentionScore: number;
}

/**
 * A record as the store has it. The browser reads a blob off the worker's thread, in half the time it takes
 * to copy the same bytes out of a record (Chromium 156).
 */
export type InBlob<TRecord extends { readonly bytes: ArrayBuffer }> = Omit<TRecord, 'bytes'> & {
  readonly bytes: Blob;
};

/**
 * Rows of papers in bytes (`lib/related/segments/segment-file.ts`), which carry their own format, length and
 * checksum.
 */
export interface SegmentRecord {
  /** Ascending: of two rows of a paper, the one with the higher id counts. */
  readonly id: number;
  /** What the rows were made with. */
  readonly version: string;
  readonly bytes: ArrayBuffer;
}

/** A segment that gets the next id. */
export type NewSegment = Omit<SegmentRecord, 'id'>;

/** The bytes of a model, stored under the version of the segments made with it. */
export interface StoredModel {
  readonly version: string;
  readonly bytes: ArrayBuffer;
}

/** What a service said of one paper. */
export interface ProviderAnswer {
  readonly provider: ProviderId;
  /** Of the paper that it was asked about. */
  readonly key: PaperKey;
  /** Best first; empty when the service does not know the paper. */
  readonly papers: readonly ProviderPaper[];
  /** Ms since epoch. */
  readonly askedAtMs: number;
}

/** How much of the starter feed is loaded. */
export interface StarterProgress {
  readonly id: 'starter';
  /** Its newest list. */
  readonly date: IsoDate;
  /** Which responses it was made of. */
  readonly origin: string;
  /** How many of its papers are stored, whoever stored them. */
  readonly done: number;
  /** How many papers it has. */
  readonly total: number;
}

/** What an API said of one paper; `facts` is absent when it knew none. */
export interface Lookup {
  readonly key: PaperKey;
  readonly facts?: PaperFacts;
  readonly fetchedAtMs: number;
}

/** What the servers of a source allow. */
export interface Server {
  readonly source: SourceId;
  /** Ms since epoch; keeps the pause between requests across restarts of the worker. */
  readonly lastRequestAtMs: number;
  /** Until then the server asked not to be contacted, for whatever reason; ms since epoch. */
  readonly restUntilMs?: number;
  /** When that was noted, ms since epoch. If it is in the future, the clock has moved back since. */
  readonly restSetAtMs?: number;
}

/** The validators of a URL's last stored answer. */
export interface StoredValidators extends Validators {
  readonly url: string;
  /** Ms since epoch. */
  readonly storedAtMs: number;
}

/**
 * One row of the job table. The queue is the resume point: a cursor leaves it in the transaction that stores
 * its papers.
 */
export interface Job {
  readonly id: JobId;
  readonly source: SourceId;
  readonly state: JobState;
  /** When the state was set, ms since epoch. If it is in the future, the clock has moved back since. */
  readonly stateAtMs: number;
  readonly queue: readonly Cursor[];
  /** Requests whose answers were unusable; the next run tries them again. */
  readonly skipped: readonly Cursor[];
  /** Why the last of `skipped` was unusable. */
  readonly skipCode?: FeedErrorCode;
  /** When the queue was made, ms since epoch. */
  readonly plannedAtMs: number;
  /** Finished requests of the running sync. */
  readonly done: number;
  /** Consecutive failures: the back-off grows with them. */
  readonly failures: number;
  readonly lastSuccessAtMs?: number;
  readonly dropped: readonly DropCount[];
  /** For a job that fetches the past: the first day wanted. */
  readonly goalOn?: IsoDate;
}
