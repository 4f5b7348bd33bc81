import { MINUTE } from '../../model/dates';
import { isPastJob, type JobId, type JobState } from '../../model/feed/job';
import type { Rest } from './server-gate';

/** Whether and how this machine is connected. */
export type Connection = 'data-saver' | 'offline' | 'online';

/** We look at the connection again after this, in case the browser does not tell that it returned. */
const LOOK_AGAIN_MS = 15 * MINUTE;

/** What decides whether a due job may run. */
export interface Circumstances {
  readonly nowMs: number;
  readonly connection: Connection;
  /** The rest that the source's servers ask for; null when there is none. */
  readonly rest: Rest | null;
  readonly isHistoryPaused: boolean;
  /** Number of cached papers, and the most that may be cached. */
  readonly papers: number;
  readonly maxPapers: number;
  /** True when the reader demanded a sync. */
  readonly isForced: boolean;
}

/**
 * Why a due job must not run; null when it may.
 *
 * The reader's demand overrules this machine's preferences, never a server's wish.
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

/** Whether this machine is connected, and whether its owner wants to save data, according to the browser. */
export function connection(navigator: NetworkNavigator = globalThis.navigator): Connection {
  if (navigator.onLine === false) return 'offline';
  return navigator.connection?.saveData === true ? 'data-saver' : 'online'; // Absent: nobody said so.
}
