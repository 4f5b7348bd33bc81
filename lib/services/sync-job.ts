import type { Job } from '../db/schema';
import { DAY, HOUR, MINUTE, startOfDayMs } from '../model/dates';
import type { Cursor, DropCount, Edition, FeedErrorCode } from '../model/feed';
import type { SourceId } from '../model/paper';
import { retryAt } from './backoff';

/** A finished source is asked again after this. Hugging Face adds papers all day; arXiv once a day. */
export const REFRESH_MS = 3 * HOUR;
/** After a 429 a server is left alone for at least this long (arXiv asks for it, and it suits the others). */
export const RATE_LIMIT_REST_MS = 10 * MINUTE;
/** Votes and late papers still change an edition for this long after its day. */
const EDITION_SETTLES_MS = 4 * DAY;
/** No rest is longer: six hours of back-off with its spread, or the day that a server may ask for. */
const LONGEST_REST_MS = DAY + HOUR;
/** After so many failures in a row another request goes first: the server may answer that one. */
const FAILURES_BEFORE_TURN = 3;
/** A run whose first answers are all unusable is stopped: a login page or a bot check answers for the server. */
const UNUSABLE_BEFORE_STOP = 3;
/** Answers that another try minutes later would not change: the sync goes on without them. */
const UNUSABLE: ReadonlySet<FeedErrorCode> = new Set([
  'http-error',
  'not-found',
  'too-large',
  'unexpected',
  'wrong-format',
]);

/** A source that was never synced. */
export function firstJob(source: SourceId): Job {
  return {
    source,
    state: { kind: 'off' },
    queue: [],
    skipped: [],
    plannedAtMs: 0,
    done: 0,
    failures: 0,
    lastRequestAtMs: 0,
    dropped: [],
  };
}

/** True when the job has something to do at `nowMs`: a stopped worker's rest, a due refresh, a retry. */
export function isDue(job: Job, nowMs: number): boolean {
  return dueAtMs(job, nowMs) <= nowMs;
}

/**
 * When the job wants to run next, and may; never for a source that is off.
 *
 * A time further ahead than any that is ever set was written by a clock that has been put back since: then
 * the job is due at once.
 */
export function dueAtMs(job: Job, nowMs: number): number {
  const restUntilMs = isResting(job, nowMs) ? (job.restUntilMs ?? 0) : 0;
  return Math.max(restUntilMs, wantedAtMs(job, nowMs));
}

/** True while the server wants to be left alone, even when the reader asks for a sync. */
export function isResting({ restUntilMs }: Job, nowMs: number): boolean {
  return restUntilMs !== undefined && restUntilMs > nowMs && restUntilMs <= nowMs + LONGEST_REST_MS;
}

/**
 * Begins a run: the rest of a broken-off one, or a new plan; after a long while both, so that a request that
 * never succeeds does not keep newer ones away. Off when there is nothing to ask for.
 */
export function beginRun(job: Job, plan: () => readonly Cursor[], nowMs: number): Job {
  const { skipCode: _, ...known } = job;
  const rest = [...job.queue, ...job.skipped];
  // The worker was stopped between the last answer and the end of the run: nothing is left but to end it.
  if (job.state.kind === 'running' && rest.length === 0) return job;
  const isPlanFresh = job.plannedAtMs <= nowMs && nowMs < job.plannedAtMs + REFRESH_MS;
  if (rest.length > 0 && isPlanFresh) {
    // What was skipped is asked for again, so it does not count as done.
    const done = Math.max(0, job.done - job.skipped.length);
    return running({ ...known, queue: rest, skipped: [], done });
  }
  const planned = plan();
  if (planned.length === 0) return { ...known, state: { kind: 'off' }, queue: [], skipped: [] };
  const queue = [...planned, ...without(rest, planned)];
  return running({ ...known, queue, skipped: [], plannedAtMs: nowMs, done: 0, dropped: [] });
}

/**
 * The job once the first cursor's answer is stored: the cursor leaves the queue, what the answer asks for
 * joins it.
 */
export function advance(
  job: Job,
  answer: { readonly next: readonly Cursor[]; readonly dropped: readonly DropCount[]; readonly atMs: number },
): Job {
  const [, ...rest] = job.queue;
  const { restUntilMs: _, ...known } = job;
  return running({
    ...known,
    // What an answer asks for comes first: further pages of the same day before older days.
    queue: [...without(answer.next, rest), ...rest],
    done: job.done + 1,
    failures: 0,
    lastRequestAtMs: answer.atMs,
    dropped: addDrops(job.dropped, answer.dropped),
  });
}

/** The job after a failed request: put off as a whole, or going on without the one cursor. */
export function fail(
  job: Job,
  failure: {
    readonly code: FeedErrorCode;
    readonly serverSaysMs?: number | undefined;
    readonly leastMs: number;
    readonly fallback: readonly Cursor[];
    readonly atMs: number;
  },
): Job {
  const [cursor, ...rest] = job.queue;
  const { code, atMs, fallback, leastMs, serverSaysMs = 0 } = failure;
  const tried = { ...job, lastRequestAtMs: atMs };
  if (cursor === undefined) return failed(tried, failure);
  if (UNUSABLE.has(code)) {
    const isSkipped = fallback.length === 0;
    const queue = [...without(fallback, rest), ...rest];
    const done = job.done + 1;
    if (!isSkipped) return running({ ...tried, queue, done });
    const skipped = [...job.skipped, cursor];
    // One request may have been replaced by its fallback; no other has brought anything.
    const isHopeless = skipped.length >= UNUSABLE_BEFORE_STOP && done - skipped.length <= 1;
    if (isHopeless) return failed({ ...tried, queue, done, skipped }, failure);
    return running({ ...tried, queue, done, skipped, skipCode: code });
  }
  const restUntilMs = Math.max(serverSaysMs, leastMs > 0 ? atMs + leastMs : 0);
  const rested = restUntilMs > atMs ? { ...tried, restUntilMs } : tried;
  const isStuck = job.failures + 1 >= FAILURES_BEFORE_TURN;
  return failed(isStuck ? { ...rested, queue: [...rest, cursor] } : rested, failure);
}

/** The job when its queue is empty: done, or failed when some answers were unusable. */
export function finishRun(job: Job, nowMs: number, leastMs: number): Job {
  if (job.skipped.length > 0) {
    return failed(job, { code: job.skipCode ?? 'wrong-format', leastMs, atMs: nowMs });
  }
  // A run that was broken off for long has planned too early: the newest days are still to come.
  const untilMs = Math.max(nowMs, job.plannedAtMs + REFRESH_MS);
  return {
    ...job,
    state: { kind: 'waiting', reason: 'schedule', untilMs },
    failures: 0,
    lastSuccessAtMs: nowMs,
  };
}

/** True for an edition that was fetched after its last changes. */
export function isSettled({ date, fetchedAtMs }: Edition): boolean {
  return fetchedAtMs > startOfDayMs(date) + EDITION_SETTLES_MS;
}

function wantedAtMs({ state }: Job, nowMs: number): number {
  switch (state.kind) {
    case 'due':
    case 'running':
      return 0;
    case 'waiting': {
      const untilMs = state.untilMs ?? Number.POSITIVE_INFINITY;
      return untilMs > nowMs + 2 * REFRESH_MS ? 0 : untilMs;
    }
    case 'failed':
      return state.retryAtMs > nowMs + LONGEST_REST_MS ? 0 : state.retryAtMs;
    case 'done':
    case 'off':
      return Number.POSITIVE_INFINITY;
  }
}

/** The cursors that `others` does not hold. */
function without(cursors: readonly Cursor[], others: readonly Cursor[]): readonly Cursor[] {
  const held = new Set(others.map((cursor) => JSON.stringify(cursor)));
  return cursors.filter((cursor) => !held.has(JSON.stringify(cursor)));
}

function running(job: Job): Job {
  return { ...job, state: { kind: 'running', done: job.done, total: job.done + job.queue.length } };
}

function failed(
  job: Job,
  failure: {
    readonly code: FeedErrorCode;
    readonly serverSaysMs?: number | undefined;
    readonly leastMs: number;
    readonly atMs: number;
  },
): Job {
  const failures = job.failures + 1;
  const retryAtMs = retryAt(failures, failure.atMs, failure);
  return { ...job, failures, state: { kind: 'failed', code: failure.code, retryAtMs, atMs: failure.atMs } };
}

function addDrops(known: readonly DropCount[], added: readonly DropCount[]): readonly DropCount[] {
  const counts = new Map(known.map(({ reason, count }) => [reason, count]));
  for (const { reason, count } of added) counts.set(reason, (counts.get(reason) ?? 0) + count);
  return [...counts].map(([reason, count]) => ({ reason, count }));
}
