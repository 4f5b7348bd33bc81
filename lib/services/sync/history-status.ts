import type { Job } from '../../db/schema';
import { compact } from '../../model/compact';
import { addDays, type IsoDate } from '../../model/dates';
import type { HistoryStatus } from '../../model/feed/status';
import type { Source } from '../../sources/types';

/** The state of a job that fetches the past, for people; null for a daily sync. */
export function historyStatus(job: Job, source: Pick<Source, 'newestOf'>): HistoryStatus | null {
  const { id, category, state, goalOn, dropped } = job;
  if (goalOn === undefined) return null;
  return compact({ id, category, state, goalOn, reachedOn: reachedOn(job, source), dropped });
}

/** Newest first, so all after the next request's days is there. */
function reachedOn(
  { queue: [next], state, goalOn }: Job,
  source: Pick<Source, 'newestOf'>,
): IsoDate | undefined {
  if (state.kind === 'done') return goalOn;
  const day = next === undefined ? null : source.newestOf?.(next);
  return day === null || day === undefined ? undefined : addDays(day, 1);
}
