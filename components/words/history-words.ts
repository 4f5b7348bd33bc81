import { DAY, isoDateOf, startOfDayMs } from '../../lib/model/dates';
import type { FillEstimate } from '../../lib/model/feed/fill-estimate';
import { fieldOfJob, sourceOfJob } from '../../lib/model/feed/job';
import type { HistoryStatus } from '../../lib/model/feed/status';
import { describeSource } from '../../lib/sources/descriptions';
import { countOf, formatDate, formatSpan } from './format';

/** Which part of the past this is: `Daily papers back to 10 Jun 2025`. */
export function historyTitle({ id, goalOn }: HistoryStatus): string {
  const { name, past } = describeSource(sourceOfJob(id));
  const what = fieldOfJob(id) ?? (past?.kind === 'history' ? past.name : name);
  return `${what} back to ${formatDate(goalOn)}`;
}

/** How far it has got. */
export function reachedWords({ reachedOn, state }: HistoryStatus): string {
  if (state.kind === 'done') return 'Complete.';
  return reachedOn === undefined ? 'Not begun.' : `Reached ${formatDate(reachedOn)}.`;
}

/** Days fetched of the days wanted, from today back; 0 of n before the first. */
export function historyProgress(
  { goalOn, reachedOn, state }: HistoryStatus,
  nowMs: number,
): { readonly done: number; readonly total: number } {
  const today = isoDateOf(nowMs);
  const total = Math.max(1, daysBetween(goalOn, today));
  if (state.kind === 'done') return { done: total, total };
  const from = reachedOn ?? today;
  return { done: Math.min(total, Math.max(0, daysBetween(from, today))), total };
}

/** What it would cost to fill a category back: `About 12,400 papers in 13 requests, 1 min.` */
export function estimateWords({ papers, requests, durationMs }: FillEstimate): string {
  const span = formatSpan(durationMs) ?? 'less than a minute';
  return `About ${countOf(papers, 'paper')} in ${countOf(requests, 'request')}, ${span}.`;
}

function daysBetween(from: HistoryStatus['goalOn'], to: HistoryStatus['goalOn']): number {
  return Math.round((startOfDayMs(to) - startOfDayMs(from)) / DAY);
}
