import { editionsOf } from '../../db/editions';
import type { Database, OpenDatabase } from '../../db/open';
import { findJob, putJob } from '../../db/sync';
import type { Job } from '../../db/schema';
import { compact } from '../../model/compact';
import { addDays, DAY, type IsoDate, isoDateOf, monthsBefore } from '../../model/dates';
import type { Edition } from '../../model/feed/edition';
import { fieldOfJob } from '../../model/feed/job';
import type { Cursor } from '../../model/feed/request';
import type { HistoryStatus } from '../../model/feed/status';
import type { SourceId } from '../../model/paper/paper';
import type { Settings } from '../../settings/settings';
import type { PlanContext, Source } from '../../sources/types';
import { firstJob, isSettled, withState } from './job';

/** Days that the daily sync keeps complete; the history job fetches what is older. */
const RECENT_DAYS = 30;
/** How often a complete history is checked for missing days: the machine may have been off for weeks. */
const REVIEW_MS = 7 * DAY;
/**
 * The goal moves by itself, one day per day. Only a larger step means that the reader chose a shorter
 * history.
 */
const MIN_STEP_DAYS = 35;

/** The first day that a history reaches back to. `firstOn`: the source's first list. */
function historyGoal({ historyMonths }: Settings, firstOn: IsoDate, nowMs: number): IsoDate {
  if (historyMonths === 'all') return firstOn;
  const goal = monthsBefore(isoDateOf(nowMs), historyMonths);
  return goal < firstOn ? firstOn : goal;
}

/** The requests of a job that fetches the past, newest first, without the days whose lists are final. */
export async function planPast(
  database: Database,
  source: Source,
  { id, goalOn }: Job,
  nowMs: number,
): Promise<readonly Cursor[]> {
  const today = isoDateOf(nowMs);
  const field = fieldOfJob(id);
  const newest = field === undefined ? await newestFetched(database, source.id) : undefined;
  const to = newest === undefined ? today : addDays(newest.date, -RECENT_DAYS);
  const from = goalOn ?? today; // Every such job has one.
  const range = { from, to, ...(field === undefined ? {} : { field }) };
  return withoutSettled(database, source, source.planPast?.(range) ?? []);
}

/**
 * The newest list that was fetched. Lists of the starter feed do not count: they are months old, and the days
 * after them would be missed.
 */
async function newestFetched(database: Database, source: SourceId): Promise<Edition | undefined> {
  const editions = await editionsOf(database, source);
  return editions.findLast(({ isStarter, papers }) => isStarter !== true && papers.length > 0);
}

/** What a source's plan depends on. A success in the future (the clock moved back) counts as one now. */
export function planContext({ lastSuccessAtMs }: Job, { categories }: Settings, nowMs: number): PlanContext {
  return {
    nowMs,
    fields: categories, // Only arXiv has fields so far.
    historyDays: RECENT_DAYS,
    ...(lastSuccessAtMs === undefined ? {} : { lastSuccessAtMs: Math.min(lastSuccessAtMs, nowMs) }),
  };
}

/** The cursors whose edition can still change, or that `isWanted` keeps anyway. */
export async function withoutSettled(
  database: Database,
  source: Source,
  cursors: readonly Cursor[],
  isWanted: (date: IsoDate) => boolean = () => false,
): Promise<readonly Cursor[]> {
  if (cursors.length === 0) return cursors;
  const editions = await editionsOf(database, source.id);
  const settled = new Set(editions.filter(isSettled).map(({ date }) => date));
  return cursors.filter((cursor) => {
    const date = source.editionOf(cursor);
    return date === null || !settled.has(date) || isWanted(date);
  });
}

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
