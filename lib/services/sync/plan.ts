import { editionsOf } from '../../db/editions';
import type { Database } from '../../db/open';
import type { Job } from '../../db/schema';
import { addDays, type IsoDate, isoDateOf, monthsBefore } from '../../model/dates';
import type { Edition } from '../../model/feed/edition';
import { fieldOfJob } from '../../model/feed/job';
import type { Cursor } from '../../model/feed/request';
import type { SourceId } from '../../model/paper/paper';
import type { Settings } from '../../settings/settings';
import type { PlanContext, Source } from '../../sources/types';
import { isSettled } from './job';

/** Days that the daily sync keeps complete; the history job fetches what is older. */
const RECENT_DAYS = 30;
/** The first day that a history reaches back to. `firstOn`: the source's first list. */
export function historyGoal({ historyMonths }: Settings, firstOn: IsoDate, nowMs: number): IsoDate {
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
