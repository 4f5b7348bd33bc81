import { findJob, putJob } from '../../db/sync';
import type { OpenDatabase } from '../../db/open';
import { addDays, DAY } from '../../model/dates';
import type { JobId } from '../../model/feed/job';
import type { Settings } from '../../settings/settings';
import type { Source } from '../../sources/types';
import { firstJob, withState } from './job';
import { historyGoal } from './plan';

const HISTORY: JobId = 'hf-daily/history';
/** A complete history is looked through for missing days this often: a machine may have been off for weeks. */
const REVIEW_MS = 7 * DAY;
/** The goal moves on by itself, a day a day; only a larger step is a shorter history that was chosen. */
const MIN_STEP_DAYS = 35;

/**
 * Makes the job of the daily papers' history due when there is none yet, when the reader chose another
 * length, and now and then when it is done. Without missing days it makes no request.
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
  if (source.id !== 'hf-daily' || source.planPast === undefined) return;
  const nowMs = options.now();
  const database = await options.open();
  const known = await findJob(database, HISTORY);
  const goalOn = historyGoal(await options.settings(), nowMs);
  const job = { ...(known ?? firstJob(HISTORY)), goalOn };
  const planned = withState({ ...job, queue: [], skipped: [] }, { kind: 'due' }, nowMs);
  if (known?.goalOn === undefined) return putJob(database, planned);
  if (goalOn < known.goalOn || goalOn > addDays(known.goalOn, MIN_STEP_DAYS))
    return putJob(database, planned);
  const isOld = known.stateAtMs > nowMs || known.stateAtMs < nowMs - REVIEW_MS;
  if (known.state.kind === 'done' && isOld) await putJob(database, planned);
}
