import { editionsOf, type FeedCommit } from '../db/feed';
import { findJob, putJob } from '../db/jobs';
import type { Database, OpenDatabase } from '../db/open';
import type { Job } from '../db/schema';
import { NetworkError } from '../errors';
import type { HttpGet } from '../http';
import { report } from '../log';
import { compact } from '../model/compact';
import { type IsoDate, MINUTE, SECOND } from '../model/dates';
import type { Cursor } from '../model/feed';
import type { SourceId } from '../model/paper';
import type { Settings } from '../settings/settings';
import type { PlanContext, Source } from '../sources/types';
import { feedErrorCode } from './feed-error-code';
import {
  advance,
  beginRun,
  dueAtMs,
  fail,
  finishRun,
  firstJob,
  isDue,
  isResting,
  isSettled,
  RATE_LIMIT_REST_MS,
} from './sync-job';

/** Days of Hugging Face's history that a first sync fetches. */
const HISTORY_DAYS = 30;
/** While a sync runs, the alarm stands this far ahead: should the worker be stopped, it wakes and goes on. */
const WATCHDOG_MS = 30 * SECOND;
/** When not even the state of a job can be stored, or read. */
const STORAGE_REST_MS = 5 * MINUTE;

export interface SyncOptions {
  readonly open: OpenDatabase;
  readonly sources: readonly Source[];
  readonly get: HttpGet;
  readonly settings: () => Promise<Settings>;
  readonly now: () => number;
  readonly wait: (durationMs: number) => Promise<void>;
  /** Sets the one alarm that wakes the worker. */
  readonly wakeAt: (timeMs: number) => Promise<void>;
  /** Stores an answer, all or nothing. */
  readonly commit: (commit: FeedCommit) => Promise<unknown>;
  /** Called after each complete run of a source. */
  readonly onFinish: () => Promise<void>;
  /** Called whenever a job's state changed. */
  readonly onState: () => Promise<void>;
}

export type SyncService = ReturnType<typeof createSync>;

/**
 * Keeps the feed fresh: one resumable job per source, one request at a time per source.
 *
 * The job's queue is stored in the transaction that stores the papers, so a worker that is stopped at any
 * moment goes on with the very request it was at, and repeats at most that one.
 */
export function createSync(options: SyncOptions) {
  const { open, sources, now } = options;
  const active = new Map<SourceId, Promise<void>>();
  /** Sources whose last run could not even store how it ended. */
  const unstored = new Set<SourceId>();
  let stopping = new AbortController();

  /** Listeners' failures are theirs: what is stored is stored. */
  async function tell(listener: Promise<void>): Promise<void> {
    try {
      await listener;
    } catch (error) {
      report('sync: a listener failed', error);
    }
  }

  /** Runs a source unless it is running. `isForced`: also before its time, but never against a server's wish. */
  function run(source: Source, isForced: boolean): Promise<void> {
    const running = active.get(source.id);
    if (running !== undefined) return running;
    unstored.delete(source.id);
    const started = runOnce(source, isForced)
      .catch((error: unknown) => {
        unstored.add(source.id);
        report(`sync: ${source.id}`, error);
      })
      .finally(() => active.delete(source.id));
    active.set(source.id, started);
    return started;
  }

  async function runOnce(source: Source, isForced: boolean): Promise<void> {
    const { signal } = stopping;
    const database = await open();
    const known = (await findJob(database, source.id)) ?? firstJob(source.id);
    const isNeeded = known.state.kind === 'off' || isDue(known, now()) || isForced;
    if (!isNeeded || isResting(known, now())) return;
    const context = await planContext(known);
    let job = beginRun(known, () => source.plan(context), now());
    if (job.state.kind === 'off' && known.state.kind === 'off') return;
    if (signal.aborted) return;
    await putJob(database, job);
    await tell(options.onState());
    while (job.state.kind === 'running' && job.queue.length > 0) {
      // A stopped worker comes back by this alarm, wherever it was.
      await options.wakeAt(now() + WATCHDOG_MS);
      const pauseMs = Math.min(source.minIntervalMs, job.lastRequestAtMs + source.minIntervalMs - now());
      if (pauseMs > 0) await options.wait(pauseMs);
      if (signal.aborted) return;
      job = await step(database, source, job, context, signal);
      if (signal.aborted) return;
      await tell(options.onState());
    }
    if (job.state.kind !== 'running') return;
    job = finishRun(job, now(), RATE_LIMIT_REST_MS);
    await putJob(database, job);
    if (job.state.kind === 'waiting') await tell(options.onFinish());
    await tell(options.onState());
  }

  /** One request and what becomes of the job. */
  async function step(
    database: Database,
    source: Source,
    job: Job,
    context: PlanContext,
    signal: AbortSignal,
  ): Promise<Job> {
    const [cursor] = job.queue;
    if (cursor === undefined) return job;
    try {
      const raw = await source.fetchPage(cursor, options.get, signal);
      const page = source.parse(raw, cursor, context);
      // Only a day's first page can be left out: later ones are asked for by a page of this very run.
      const shown = new Set(page.records.map(({ edition }) => edition));
      const next = await withoutSettled(database, source, page.next, (date) => shown.has(date));
      const advanced = advance(job, { next, dropped: page.dropped, atMs: now() });
      const records = page.records.map(({ paper, link, edition }) => {
        const provenance = { source: source.id, fetchedAtMs: now(), link };
        return compact({ facts: paper, provenance, edition });
      });
      signal.throwIfAborted();
      await options.commit({ source: source.id, records, job: advanced, nowMs: now() });
      return advanced;
    } catch (error) {
      if (signal.aborted) return job;
      const code = feedErrorCode(error);
      if (code === 'unexpected') report(`sync: ${source.id}`, error);
      const failed = fail(job, {
        code,
        serverSaysMs: error instanceof NetworkError ? error.retryAtMs : undefined,
        leastMs: code === 'rate-limited' ? RATE_LIMIT_REST_MS : 0,
        fallback: await withoutSettled(database, source, source.fallback(cursor, context)),
        atMs: now(),
      });
      await putJob(database, failed);
      return failed;
    }
  }

  async function planContext({ lastSuccessAtMs }: Job): Promise<PlanContext> {
    const { categories } = await options.settings();
    return compact({ nowMs: now(), categories, historyDays: HISTORY_DAYS, lastSuccessAtMs });
  }

  async function withoutSettled(
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

  async function scheduleNext(): Promise<void> {
    const database = await open();
    const dueTimes = sources.map(async ({ id }) => {
      if (unstored.has(id)) return now() + STORAGE_REST_MS;
      const job = await findJob(database, id);
      return job === undefined ? Number.POSITIVE_INFINITY : dueAtMs(job, now());
    });
    const next = Math.min(...(await Promise.all(dueTimes)));
    if (Number.isFinite(next)) await options.wakeAt(Math.max(next, now() + WATCHDOG_MS));
  }

  async function runAll(isForced: boolean): Promise<void> {
    await Promise.all(sources.map((source) => run(source, isForced)));
    await schedule();
  }

  async function schedule(): Promise<void> {
    try {
      await scheduleNext();
    } catch (error) {
      report('sync: cannot read the jobs', error);
      await options.wakeAt(now() + STORAGE_REST_MS);
    }
  }

  return {
    /** Runs what is due: at install, at browser start, by alarm, and whenever the worker wakes with work left. */
    runDue: (): Promise<void> => runAll(false),

    /** Runs everything now; only a server that asked to be left alone is waited for. */
    runNow: (): Promise<void> => runAll(true),

    /** Plans a source anew: its settings changed. */
    async replan(id: SourceId): Promise<void> {
      const source = sources.find((candidate) => candidate.id === id);
      if (source === undefined) return;
      await active.get(id);
      const database = await open();
      const { lastSuccessAtMs: _, ...job } = (await findJob(database, id)) ?? firstJob(id);
      await putJob(database, { ...job, state: { kind: 'due' }, queue: [], skipped: [] });
      await run(source, true);
      await schedule();
    },

    /** Breaks off what runs, as a stopped worker would, and waits for its end: the feed is to be cleared. */
    async stop(): Promise<void> {
      stopping.abort();
      stopping = new AbortController();
      await Promise.all(active.values());
    },

    /** True while any source runs in this worker. */
    isActive: (): boolean => active.size > 0,
  };
}
