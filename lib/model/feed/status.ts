import { HOUR, type IsoDate } from '../dates';
import type { SourceId } from '../paper/paper';
import type { JobId, JobState } from './job';
import type { DropCount, FeedErrorCode } from './request';

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
  /** The jobs that fetch the past: the history of all days, and the filled fields. */
  readonly history: readonly HistoryStatus[];
}

/** State of one job that fetches the past. */
export interface HistoryStatus {
  readonly id: JobId;
  readonly state: JobState;
  /** The first day wanted. */
  readonly goalOn: IsoDate;
  /** The oldest cached day; absent before the first. */
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
  /** Whose lists it holds. */
  readonly source: SourceId;
  /** Its newest list. */
  readonly date: IsoDate;
  readonly papers: number;
  /** Which responses it was made of. */
  readonly origin: string;
}

/** A daily list older than this has missed a day: 24 h and half of the next. */
const STALE_AFTER_MS = 36 * HOUR;

/** Finished requests of those known so far. `total` may grow, and is 0 before the first answer. */
export interface SyncProgress {
  readonly done: number;
  readonly total: number;
}

/** The running sources' progress together; null when none runs. */
export function syncProgress(status: FeedStatus): SyncProgress | null {
  const states = status.sources.map((source) => source.state);
  const running = states.filter((state) => state.kind === 'running');
  if (running.length === 0) return null;
  return {
    done: running.reduce((sum, state) => sum + state.done, 0),
    total: running.reduce((sum, state) => sum + state.total, 0),
  };
}

/** True while anything is fetched, including the past. */
export function isFetching(status: FeedStatus): boolean {
  return status.sources.some(({ state, history }) =>
    [state, ...history.map((past) => past.state)].some(({ kind }) => kind === 'running'),
  );
}

/**
 * The last complete sync of one source, or of the source that is furthest behind; null before the first.
 *
 * Units: ms since epoch. Sources that are off, or were never complete, do not count.
 */
export function lastSyncedAtMs(status: FeedStatus, source?: SourceId): number | null {
  const times = sourcesOf(status, source).flatMap(
    ({ state, lastSuccessAtMs }) => (state.kind === 'off' ? [] : (lastSuccessAtMs ?? [])), // Absent before the first sync.
  );
  return times.length === 0 ? null : Math.min(...times);
}

/** True when the last complete sync is more than 36 h ago; an empty feed is not stale but empty. */
export function isStale(status: FeedStatus, nowMs: number, source?: SourceId): boolean {
  const last = lastSyncedAtMs(status, source);
  return last !== null && nowMs - last > STALE_AFTER_MS;
}

/** `isStale` of one source. */
export function isSourceStale(status: SourceStatus, nowMs: number): boolean {
  return isStale({ sources: [status], papers: status.papers }, nowMs);
}

/** The first failed source, and when it is tried again; null when none failed. */
export function feedProblem(
  status: FeedStatus,
  source?: SourceId,
): { readonly code: FeedErrorCode; readonly retryAtMs: number } | null {
  for (const { state } of sourcesOf(status, source)) {
    if (state.kind === 'failed') return { code: state.code, retryAtMs: state.retryAtMs };
  }
  return null;
}

/**
 * True for a list of the starter feed: its source was never synced completely, and it is no newer than the
 * feed that came with the package.
 */
export function isStarterList(
  status: FeedStatus,
  { source, date }: { readonly source: SourceId; readonly date: IsoDate },
): boolean {
  const { starter } = status;
  const [state] = sourcesOf(status, source);
  const isSynced = state?.lastSuccessAtMs !== undefined; // Without the source nothing is synced.
  return starter?.source === source && !isSynced && date <= starter.date;
}

function sourcesOf(status: FeedStatus, source?: SourceId): readonly SourceStatus[] {
  return status.sources.filter((item) => source === undefined || item.source === source);
}
