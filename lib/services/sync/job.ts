import type { Job } from '../../db/schema';
import { DAY, HOUR, MINUTE, startOfDayMs } from '../../model/dates';
import type { Edition } from '../../model/feed/edition';
import { isPastJob, type JobId, type JobState, sourceOfJob } from '../../model/feed/job';
import type { Cursor, DropCount, FeedErrorCode } from '../../model/feed/request';

/** A source is asked again this long after a finished run. Hugging Face adds papers all day, arXiv once a day. */
export const REFRESH_MS = 3 * HOUR;
/** Votes and late papers change an edition for this long after its day. */
const EDITION_SETTLES_MS = 7 * DAY;
/** We ask for unusable answers again after this at the earliest. */
const UNUSABLE_REST_MS = 10 * MINUTE;
/** After this many failures in a row another request goes first: the server may answer that one. */
const FAILURES_BEFORE_TURN = 3;
/**
 * A run stops when its first answers, this many, are all unusable: a login page or a bot check answers
 * instead.
 */
const UNUSABLE_BEFORE_STOP = 3;
/**
 * Time before the next try after the first failure; it doubles with each further one, up to
 * `LONGEST_RETRY_MS`.
 */
const FIRST_RETRY_MS = MINUTE;
const LONGEST_RETRY_MS = 6 * HOUR;
/** Spread of ±20 %, so that machines that failed together do not come back together. */
const RETRY_JITTER = 0.2;
/** Failures that another try minutes later would not change: the sync goes on without the answer. */
const UNUSABLE: ReadonlySet<FeedErrorCode> = new Set([
  'empty-list',
  'http-error',
  'not-found',
  'too-large',
  'unexpected',
  'wrong-format',
]);

/** A job that never ran. */
export function firstJob(id: JobId): Job {
  return {
    id,
    source: sourceOfJob(id),
    state: { kind: 'off' },
    stateAtMs: 0,
    queue: [],
    skipped: [],
    plannedAtMs: 0,
    done: 0,
    failures: 0,
    dropped: [],
  };
}

/** The job in a new state, stamped `nowMs`. */
export function withState(job: Job, state: JobState, nowMs: number): Job {
  return { ...job, state, stateAtMs: nowMs };
}

/**
 * True when the job has something to do at `nowMs`: the rest of an interrupted run, a due refresh, a retry,
 * or a wait whose reason must be checked again.
 */
export function isDue({ state, stateAtMs }: Job, nowMs: number): boolean {
  if (state.kind === 'waiting' && state.reason !== 'schedule') return true;
  return dueAtMs({ state, stateAtMs }, nowMs) <= nowMs;
}

/**
 * When the job wants to run next, ms since epoch; infinity when no clock decides it. A job stamped in the
 * future (the clock moved back) is due now.
 */
export function dueAtMs({ state, stateAtMs }: Pick<Job, 'state' | 'stateAtMs'>, nowMs: number): number {
  switch (state.kind) {
    case 'due':
    case 'running':
      return 0;
    case 'waiting':
      return stateAtMs > nowMs ? 0 : (state.untilMs ?? Number.POSITIVE_INFINITY);
    case 'failed':
      return stateAtMs > nowMs ? 0 : state.retryAtMs;
    case 'done':
    case 'off':
      return Number.POSITIVE_INFINITY;
  }
}

/** True after a failure that would hit every request to this source. */
export function isServerInTrouble({ state }: Job): boolean {
  return state.kind === 'failed' && !UNUSABLE.has(state.code);
}

/**
 * Begins a run: the rest of an interrupted one, or a new plan. A daily sync interrupted long ago gets both,
 * so that a request that never succeeds does not hold newer ones back. An empty plan completes a job that
 * fetches the past, and switches a daily sync off.
 */
export function beginRun(job: Job, plan: () => readonly Cursor[], nowMs: number): Job {
  const { skipCode: _, ...known } = job;
  const rest = [...job.queue, ...job.skipped];
  // The worker stopped between the last answer and the end of the run: only the end is left.
  if (job.state.kind === 'running' && rest.length === 0) return job;
  const isPlanFresh = job.plannedAtMs <= nowMs && nowMs < job.plannedAtMs + REFRESH_MS;
  if (rest.length > 0 && (isPlanFresh || isPastJob(job.id))) {
    // Skipped requests are made again, so they do not count as done.
    const done = Math.max(0, job.done - job.skipped.length);
    return running({ ...known, queue: rest, skipped: [], done });
  }
  const planned = plan();
  if (planned.length === 0) {
    const state: JobState = isPastJob(job.id) ? { kind: 'done', atMs: nowMs } : { kind: 'off' };
    return withState({ ...known, queue: [], skipped: [], plannedAtMs: nowMs }, state, nowMs);
  }
  const queue = [...planned, ...without(rest, planned)];
  return running({ ...known, queue, skipped: [], plannedAtMs: nowMs, done: 0, dropped: [] });
}

/**
 * The job once the answer to its first pending request is stored: that request leaves the queue, and those
 * that the answer calls for join it.
 */
export function advance(
  job: Job,
  answer: { readonly next: readonly Cursor[]; readonly dropped: readonly DropCount[] },
): Job {
  const [, ...rest] = job.queue;
  return running({
    ...job,
    // They come first: further pages of the same day before older days.
    queue: [...without(answer.next, rest), ...rest],
    done: job.done + 1,
    failures: 0,
    dropped: addDrops(job.dropped, answer.dropped),
  });
}

/** A request that failed. */
export interface Failure {
  readonly code: FeedErrorCode;
  /** When the server wants to be asked again, ms since epoch. */
  readonly serverSaysMs?: number | undefined;
  /** Requests to make instead. */
  readonly fallback: readonly Cursor[];
  /** True when the run can do without the answer: it is not requested again in this run. */
  readonly isOptional?: boolean;
  readonly atMs: number;
}

/** The job after a failed request: put off as a whole, or going on without that one request. */
export function fail(job: Job, failure: Failure): Job {
  const [cursor, ...rest] = job.queue;
  const { code, fallback, isOptional = false } = failure;
  if (cursor === undefined) return failed(job, failure);
  if (UNUSABLE.has(code)) {
    const queue = [...without(fallback, rest), ...rest];
    const done = job.done + 1;
    if (fallback.length > 0 || isOptional) return running({ ...job, queue, done });
    const skipped = [...job.skipped, cursor];
    // One request may have been replaced by its fallback; no other one has brought anything.
    const isHopeless = skipped.length >= UNUSABLE_BEFORE_STOP && done - skipped.length <= 1;
    if (isHopeless) return failed({ ...job, queue, done, skipped }, failure);
    return running({ ...job, queue, done, skipped, skipCode: code });
  }
  const isStuck = job.failures + 1 >= FAILURES_BEFORE_TURN;
  return failed(isStuck ? { ...job, queue: [...rest, cursor] } : job, failure);
}

/** The job when no request is pending: in the state `next`, or failed when some answers were unusable. */
export function finishRun(job: Job, nowMs: number, next: JobState): Job {
  if (job.skipped.length > 0) {
    return failed(job, { code: job.skipCode ?? 'wrong-format', leastMs: UNUSABLE_REST_MS, atMs: nowMs });
  }
  return withState({ ...job, failures: 0, lastSuccessAtMs: nowMs }, next, nowMs);
}

/** True for an edition that was fetched late enough to be final. */
export function isSettled({ date, fetchedAtMs }: Pick<Edition, 'date' | 'fetchedAtMs'>): boolean {
  return fetchedAtMs > startOfDayMs(date) + EDITION_SETTLES_MS;
}

/** The cursors that are not among `others`. */
function without(cursors: readonly Cursor[], others: readonly Cursor[]): readonly Cursor[] {
  const known = new Set(others.map((cursor) => JSON.stringify(cursor)));
  return cursors.filter((cursor) => !known.has(JSON.stringify(cursor)));
}

function running(job: Job): Job {
  return { ...job, state: { kind: 'running', done: job.done, total: job.done + job.queue.length } };
}

function failed(
  job: Job,
  failure: Pick<Failure, 'atMs' | 'code' | 'serverSaysMs'> & { readonly leastMs?: number },
): Job {
  const { code, atMs } = failure;
  const failures = job.failures + 1;
  const retryAtMs = retryAt(failures, atMs, failure);
  return withState({ ...job, failures }, { kind: 'failed', code, retryAtMs, atMs }, atMs);
}

function addDrops(known: readonly DropCount[], added: readonly DropCount[]): readonly DropCount[] {
  const counts = new Map(known.map(({ reason, count }) => [reason, count]));
  for (const { reason, count } of added) counts.set(reason, (counts.get(reason) ?? 0) + count);
  return [...counts].map(([reason, count]) => ({ reason, count }));
}

/**
 * When to try again after the n-th failure in a row (n from 1), ms since epoch.
 *
 * The time that the server named is a lower bound, and so is `leastMs` from now.
 */
export function retryAt(
  failures: number,
  nowMs: number,
  options: {
    readonly serverSaysMs?: number | undefined;
    readonly leastMs?: number;
    readonly random?: () => number;
  },
): number {
  const { serverSaysMs = 0, leastMs = 0, random = Math.random } = options;
  const grown = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1));
  const jittered = grown * (1 - RETRY_JITTER + 2 * RETRY_JITTER * random());
  return Math.max(nowMs + Math.max(jittered, leastMs), serverSaysMs);
}
