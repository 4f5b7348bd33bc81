import { MINUTE } from '../../model/dates';
import { isPastJob, type JobId, type JobState } from '../../model/feed/job';
import type { Rest } from './server-gate';

/** Whether and how this machine is connected. */
export type Connection = 'data-saver' | 'offline' | 'online';

/** A connection that comes back tells of it; this is for when it does not. */
const LOOK_AGAIN_MS = 15 * MINUTE;

/** What decides whether a job that is due may run. */
export interface Circumstances {
  readonly nowMs: number;
  readonly connection: Connection;
  /** What the servers of the job's source ask for. */
  readonly rest: Rest | null;
  readonly isHistoryPaused: boolean;
  /** Papers cached, and the most that may be. */
  readonly papers: number;
  readonly maxPapers: number;
  /** True when the reader said "now". */
  readonly isForced: boolean;
}

/**
 * Why a due job does not run; null when it may.
 *
 * The reader's "now" goes against what this machine would rather not do, never against what a server asks
 * for.
 */
export function deferralOf(
  id: JobId,
  circumstances: Circumstances,
): (JobState & { readonly kind: 'waiting' }) | null {
  const { connection, isForced, isHistoryPaused, maxPapers, nowMs, papers, rest } = circumstances;
  const isPast = isPastJob(id);
  if (isPast && isHistoryPaused) return { kind: 'waiting', reason: 'paused' };
  if (connection !== 'online' && !isForced) {
    return { kind: 'waiting', reason: connection, untilMs: nowMs + LOOK_AGAIN_MS };
  }
  if (rest !== null) return { kind: 'waiting', ...rest };
  return isPast && papers >= maxPapers ? { kind: 'waiting', reason: 'budget' } : null;
}

/** `navigator.connection` of Chromium; Firefox has none (https://wicg.github.io/netinfo/). */
interface NetworkNavigator {
  readonly onLine?: boolean;
  readonly connection?: { readonly saveData?: boolean };
}

/** Whether this machine is connected, and whether its owner wants to save data, as the browser says. */
export function connection(navigator: NetworkNavigator = globalThis.navigator): Connection {
  if (navigator.onLine === false) return 'offline';
  return navigator.connection?.saveData === true ? 'data-saver' : 'online'; // Absent: nobody said so.
}
