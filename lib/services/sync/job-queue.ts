import { type FeedCommit } from '../../db/feed';
import { dropValidators, jobsOf, putJob } from '../../db/sync';
import type { Database, OpenDatabase } from '../../db/open';
import type { Job } from '../../db/schema';
import { countPapers } from '../../db/transactions';
import type { HttpGet } from '../../http';
import { report } from '../../log';
import { DAY, MINUTE, SECOND } from '../../model/dates';
import { isPastJob, type JobId, type JobState } from '../../model/feed/job';
import type { Settings } from '../../settings/settings';
import type { Source } from '../../sources/types';
import type { ServerGate } from './server-gate';
import { type Connection, deferralOf } from './deferral';
import { beginRun, finishRun, firstJob, isDue, isServerInTrouble, REFRESH_MS, withState } from './job';
import { planContext, planPast } from './plan';
import { stepJob } from './step';

/** While a sync runs, the alarm is set this far ahead: if the browser stops the worker, it wakes and goes on. */
export const WATCHDOG_MS = 30 * SECOND;
/** Pause between two requests for the past: Hugging Face allows 500 in 5 minutes. */
export const PAST_PAUSE_MS = 500;
/**
 * Shortest time between two announcements of history: open pages ask anew after each, and history takes
 * minutes.
 */
const TELL_MS = 5 * SECOND;
/** Longer than any URL of a daily sync is requested again. */
const VALIDATORS_KEPT_MS = 14 * DAY;
/** Longest delay after a moment that all machines wait for. */
const MAX_DELAY_MS = 20 * MINUTE;
/** Spread of ±10 %, so that machines that started together do not ask together for ever. */
const JITTER = 0.1;

/** What a job queue needs. */
export interface JobQueueOptions {
  readonly open: OpenDatabase;
  readonly get: HttpGet;
  /** Why a source must not be asked now. */
  readonly restOf: ServerGate['restOf'];
  readonly settings: () => Promise<Settings>;
  readonly now: () => number;
  readonly wait: (durationMs: number) => Promise<void>;
  /** Whether and how this machine is connected. */
  readonly connection: () => Connection;
  /** Sets the one alarm that wakes the worker. */
  readonly wakeAt: (timeMs: number) => Promise<void>;
  /** Stores an answer, all or nothing. */
  readonly commit: (commit: FeedCommit) => Promise<unknown>;
  /** Removes papers until the feed fits the budget. */
  readonly trim: () => Promise<void>;
  /** Called after each complete daily sync of a source. */
  readonly onFinish: () => Promise<void>;
  /** Called whenever a job's state changed. */
  readonly onState: () => Promise<void>;
  /** From 0 to 1, for the spread of schedules. */
  readonly random: () => number;
}

/** How to steer a job queue while it runs; it reads this before each step. */
export interface JobQueueControl {
  readonly signal: AbortSignal;
  /** Set when the reader demands a sync; the job queue resets it once it has obeyed. */
  isForcedAnew: boolean;
}

/**
 * Works through a source's queue of jobs: runs those that are due, one request at a time, and picks the job
 * anew before each request, the daily sync before the past. Each step reads everything from the database, so
 * a stopped worker, a changed setting or a stopped fill needs nothing but another call.
 *
 * When the reader demands a sync, every job runs, even before its time, but never against a server's wish.
 *
 * Errors: those of the database.
 */
export async function runJobQueue(
  source: Source,
  options: JobQueueOptions,
  control: JobQueueControl,
): Promise<void> {
  const { now } = options;
  const { signal } = control;
  const database = await options.open();
  /** Jobs begun here, and jobs that must not run now. */
  const begun = new Set<JobId>();
  const deferred = new Set<JobId>();
  let isForced = false;
  let toldAtMs = 0;
  while (!signal.aborted) {
    const jobs = await jobsInOrder(database, source);
    if (control.isForcedAnew) {
      control.isForcedAnew = false;
      isForced = true;
      deferred.clear();
      for (const { id, state } of jobs) if (state.kind !== 'running') begun.delete(id);
    }
    const isWanted = (job: Job): boolean => {
      if (deferred.has(job.id)) return false;
      const isFirstTime = !begun.has(job.id);
      if (isFirstTime && (job.state.kind === 'off' || (isForced && job.state.kind !== 'done'))) return true;
      return isDue(job, now());
    };
    const job = jobs.find(isWanted);
    if (job === undefined) return;
    // A failure that would hit every request need not hit the past as well.
    if (isPastJob(job.id) && jobs.some((other) => !isPastJob(other.id) && isServerInTrouble(other))) return;
    if (await defer(database, source, job, options, isForced)) {
      deferred.add(job.id);
      continue;
    }
    const isFresh = !begun.has(job.id);
    begun.add(job.id);
    const after = await runStep(database, source, job, options, signal, isFresh);
    const isSilent = isPastJob(after.id) && after.state.kind === 'running' && now() - toldAtMs < TELL_MS;
    if (!signal.aborted && after !== job && !isSilent) {
      toldAtMs = now();
      await tell(options.onState());
    }
    if (isServerInTrouble(after)) return;
  }
}

/** The jobs of a source, the daily sync first, stored or not. */
async function jobsInOrder(database: Database, source: Source): Promise<readonly Job[]> {
  const jobs = await jobsOf(database, source.id);
  return jobs.some(({ id }) => id === source.id) ? jobs : [firstJob(source.id), ...jobs];
}

/** Defers a job that must not run now, and stores why; true when it did. */
async function defer(
  database: Database,
  source: Source,
  job: Job,
  options: JobQueueOptions,
  isForced: boolean,
): Promise<boolean> {
  const { isHistoryPaused, maxPapers } = await options.settings();
  const waiting = deferralOf(job.id, {
    isHistoryPaused,
    maxPapers,
    isForced,
    nowMs: options.now(),
    connection: options.connection(),
    rest: await options.restOf(source),
    papers: isPastJob(job.id) ? await countPapers(database) : 0,
  });
  if (waiting === null) return false;
  const { state } = job;
  // A job that is off has nothing to wait for, and a failure says more than that its server rests.
  if (state.kind === 'off' || (state.kind === 'failed' && waiting.reason === 'server')) return true;
  if (isWaitingSo(state, waiting, options.now())) return true;
  await putJob(database, withState(job, waiting, options.now()));
  await tell(options.onState());
  return true;
}

/** True when the job already waits for the same; a time to look at the connection again stays as it is. */
function isWaitingSo(
  state: JobState,
  waiting: JobState & { readonly kind: 'waiting' },
  nowMs: number,
): boolean {
  if (state.kind !== 'waiting' || state.reason !== waiting.reason) return false;
  const isOwnChoice = waiting.reason === 'offline' || waiting.reason === 'data-saver';
  return isOwnChoice ? (state.untilMs ?? 0) > nowMs : state.untilMs === waiting.untilMs;
}

/** Begins a run, makes one of its requests, or ends it. Returns the job afterwards. */
async function runStep(
  database: Database,
  source: Source,
  known: Job,
  options: JobQueueOptions,
  signal: AbortSignal,
  isFresh: boolean,
): Promise<Job> {
  const { now } = options;
  const settings = await options.settings();
  const context = planContext(known, settings, now());
  const isPast = isPastJob(known.id);
  if (isFresh || known.state.kind !== 'running') {
    const past = isPast && known.queue.length + known.skipped.length === 0;
    const planned = past ? await planPast(database, source, known, now()) : [];
    const job = beginRun(known, () => (isPast ? planned : source.plan(context)), now());
    if (job.state.kind === 'off' && known.state.kind === 'off') return known;
    if (!signal.aborted) await putJob(database, job);
    return job;
  }
  if (known.queue.length === 0) return endRun(database, source, known, options);
  // Should the worker be stopped at any point below, this alarm brings it back.
  await options.wakeAt(now() + WATCHDOG_MS);
  if (isPast) await options.wait(PAST_PAUSE_MS);
  if (signal.aborted) return known;
  const after = await stepJob(known, { ...options, database, source, context, signal });
  if (isPast) await options.trim();
  return after;
}

async function endRun(database: Database, source: Source, job: Job, options: JobQueueOptions): Promise<Job> {
  const nowMs = options.now();
  const ended = finishRun(
    job,
    nowMs,
    isPastJob(job.id)
      ? { kind: 'done', atMs: nowMs }
      : { kind: 'waiting', reason: 'schedule', untilMs: nextRunMs(source, job, nowMs, options.random()) },
  );
  await putJob(database, ended);
  if (isPastJob(job.id) || ended.state.kind !== 'waiting') return ended;
  await dropValidators(database, nowMs - VALIDATORS_KEPT_MS);
  await options.trim();
  await tell(options.onFinish());
  return ended;
}

/** The refresh counts from the plan: a run that was interrupted for long misses the newest days. */
function nextRunMs(source: Source, { plannedAtMs }: Job, nowMs: number, random: number): number {
  const spread = 1 - JITTER + 2 * JITTER * random;
  const untilMs = Math.max(nowMs, plannedAtMs + REFRESH_MS * spread);
  const usefulMs = source.usefulAtMs?.(untilMs) ?? untilMs;
  // A moment that is the same for everyone is spread as well.
  return usefulMs > untilMs ? usefulMs + MAX_DELAY_MS * random : usefulMs;
}

/** A listener that fails changes nothing: what is stored is stored. */
async function tell(listener: Promise<void>): Promise<void> {
  try {
    await listener;
  } catch (error) {
    report('sync: a listener failed', error);
  }
}
