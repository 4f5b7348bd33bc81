import { findJob, putJob } from '../../db/sync';
import type { OpenDatabase } from '../../db/open';
import type { Job } from '../../db/schema';
import { compact } from '../../model/compact';
import { addDays, DAY, type IsoDate } from '../../model/dates';
import type { HistoryStatus } from '../../model/feed/status';
import type { Settings } from '../../settings/settings';
import type { Source } from '../../sources/types';
import { firstJob, withState } from './job';
import { historyGoal } from './plan';

/** How often a complete history is checked for missing days: the machine may have been off for weeks. */
const REVIEW_MS = 7 * DAY;
/**
 * The goal moves by itself, one day per day. Only a larger step means that the reader chose a shorter
 * history.
 */
const MIN_STEP_DAYS = 35;

/**
 * Makes the history job of a source due: when it is missing, when the reader chose another length, and once a
 * week after it is done. Without missing days it makes no request. Does nothing for a source without a
 * history.
 *
 * Errors: those of the database.
 */
export async function refreshHistory(
  source: Source,
  options: {
    readonly open: OpenDatabase;
    readonly settings: () => Promise<Settings>;
    readonly now: () => number;
  },
): Promise<void> {
  if (source.past?.kind !== 'history' || source.planPast === undefined) return;
  const id = `${source.id}/history` as const;
  const nowMs = options.now();
  const database = await options.open();
  const known = await findJob(database, id);
  const goalOn = historyGoal(await options.settings(), source.past.firstOn, nowMs);
  const job = { ...(known ?? firstJob(id)), goalOn };
  const planned = withState({ ...job, queue: [], skipped: [] }, { kind: 'due' }, nowMs);
  if (known?.goalOn === undefined) return putJob(database, planned);
  if (goalOn < known.goalOn || goalOn > addDays(known.goalOn, MIN_STEP_DAYS))
    return putJob(database, planned);
  const isOld = known.stateAtMs > nowMs || known.stateAtMs < nowMs - REVIEW_MS;
  if (known.state.kind === 'done' && isOld) await putJob(database, planned);
}

/** The state of a job that fetches the past, for readers; null for a daily sync. */
export function historyStatus(job: Job, source: Pick<Source, 'newestOf'>): HistoryStatus | null {
  const { id, state, goalOn, dropped } = job;
  if (goalOn === undefined) return null;
  return compact({ id, state, goalOn, reachedOn: reachedOn(job, source), dropped });
}

/** The past is fetched newest first, so everything after the next request's day is there. */
function reachedOn(
  { queue: [next], state, goalOn }: Job,
  source: Pick<Source, 'newestOf'>,
): IsoDate | undefined {
  if (state.kind === 'done') return goalOn;
  const day = next === undefined ? null : source.newestOf?.(next);
  return day === null || day === undefined ? undefined : addDays(day, 1);
}
