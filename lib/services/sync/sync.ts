import { deleteJob, findJob, jobsOf, putJob } from '../../db/sync';
import type { Job } from '../../db/schema';
import { report } from '../../log';
import { type IsoDate, isoDateOf, MINUTE, monthsBefore } from '../../model/dates';
import { isPastJob, type JobId } from '../../model/feed/job';
import type { SourceId } from '../../model/paper/paper';
import type { Source } from '../../sources/types';
import { refreshHistory } from './plan';
import { dueAtMs, firstJob, isServerInTrouble, withState } from './job';
import { type JobQueueControl, type JobQueueOptions, runJobQueue, WATCHDOG_MS } from './job-queue';

/** Time until the next try when not even the state of a job can be stored or read. */
const STORAGE_REST_MS = 5 * MINUTE;

export interface SyncOptions extends JobQueueOptions {
  readonly sources: readonly Source[];
}

export type SyncService = ReturnType<typeof createSync>;

/** A source's queue of jobs at work. */
interface RunningJobQueue {
  readonly ended: Promise<void>;
  readonly stop: AbortController;
  readonly control: JobQueueControl;
}

/**
 * Keeps the feed fresh: a table of resumable jobs, and for each source a job queue that works through them,
 * one request at a time.
 *
 * A job's pending requests are stored in the transaction that stores the papers, so a worker that is stopped
 * at any moment goes on with the request it was at and repeats at most that one.
 */
export function createSync(options: SyncOptions) {
  const { open, sources, now } = options;
  const jobQueues = new Map<SourceId, RunningJobQueue>();
  /** Sources whose last run could not even store how it ended. */
  const unstored = new Set<SourceId>();

  /**
   * Starts a source's job queue unless it runs. `isForced`: runs every job, even before its time, but never
   * against a server's wish.
   */
  function run(source: Source, isForced: boolean): Promise<void> {
    const running = jobQueues.get(source.id);
    if (running !== undefined) {
      if (isForced) running.control.isForcedAnew = true;
      return running.ended;
    }
    unstored.delete(source.id);
    const stop = new AbortController();
    const control: JobQueueControl = { signal: stop.signal, isForcedAnew: isForced };
    const ended = runOnce(source, control).finally(() => jobQueues.delete(source.id));
    jobQueues.set(source.id, { ended, stop, control });
    return ended;
  }

  async function runOnce(source: Source, control: JobQueueControl): Promise<void> {
    try {
      await refreshHistory(source, options);
      do {
        await runJobQueue(source, options, control);
      } while (control.isForcedAnew && !control.signal.aborted); // Demanded while the job queue was ending.
    } catch (error) {
      unstored.add(source.id);
      report(`sync: ${source.id}`, error);
    }
  }

  /** Interrupts a job queue, as a stopped worker would, and waits for its end. */
  async function stopJobQueue(id: SourceId): Promise<void> {
    const running = jobQueues.get(id);
    running?.stop.abort();
    await running?.ended; // Absent when it does not run.
  }

  /** Edits a job while its queue stands still, and then lets the queue go on. */
  async function change(id: JobId, edit: (job: Job | undefined) => Promise<unknown>): Promise<void> {
    const source = sources.find((candidate) => id === candidate.id || id.startsWith(`${candidate.id}/`));
    if (source === undefined) return;
    await stopJobQueue(source.id);
    await edit(await findJob(await open(), id));
    await run(source, false);
    await schedule();
  }

  async function runAll(isForced: boolean): Promise<void> {
    await Promise.all(sources.map((source) => run(source, isForced)));
    await schedule();
  }

  async function schedule(): Promise<void> {
    try {
      const dueTimes = await Promise.all(sources.map(nextDueMs));
      const next = Math.min(...dueTimes);
      if (Number.isFinite(next)) await options.wakeAt(Math.max(next, now() + WATCHDOG_MS));
    } catch (error) {
      report('sync: cannot read the jobs', error);
      await options.wakeAt(now() + STORAGE_REST_MS);
    }
  }

  async function nextDueMs({ id }: Source): Promise<number> {
    if (unstored.has(id)) return now() + STORAGE_REST_MS;
    const jobs = await jobsOf(await open(), id);
    // The past waits while its server is in trouble.
    const isInTrouble = jobs.some((job) => !isPastJob(job.id) && isServerInTrouble(job));
    const waiting = jobs.filter((job) => !isInTrouble || !isPastJob(job.id));
    return Math.min(Number.POSITIVE_INFINITY, ...waiting.map((job) => dueAtMs(job, now())));
  }

  return {
    /** Runs what is due: after the installation, at browser start, by alarm, and at each start of the worker. */
    runDue: (): Promise<void> => runAll(false),

    /** Runs everything now, except where a server asked to be left alone. */
    async runNow(): Promise<void> {
      await runAll(true);
    },

    /** Plans a source's daily sync anew, as if it were the first: its settings changed. */
    replan: (id: SourceId): Promise<void> =>
      change(id, async (known) => {
        const { lastSuccessAtMs: _, ...job } = known ?? firstJob(id);
        const planned = { ...job, queue: [], skipped: [] };
        await putJob(await open(), withState(planned, { kind: 'due' }, now()));
      }),

    /** Applies changed settings of the past: its length, its pause, the budget of papers. */
    async reviewPast(): Promise<void> {
      await Promise.all(sources.map(({ id }) => stopJobQueue(id)));
      await options.trim();
      await runAll(false);
    },

    /** Fetches the last months of a field, newest first; a fill under way begins anew. */
    startFill(source: SourceId, field: string, months: number): Promise<void> {
      const goalOn: IsoDate = monthsBefore(isoDateOf(now()), months);
      const id: JobId = `${source}/fill/${field}`;
      return change(id, async () => {
        const job: Job = { ...firstJob(id), goalOn };
        await putJob(await open(), withState(job, { kind: 'due' }, now()));
        await options.onState();
      });
    },

    /** Ends a fill; the papers that it brought stay. */
    stopFill: (source: SourceId, field: string): Promise<void> =>
      change(`${source}/fill/${field}`, async () => {
        await deleteJob(await open(), `${source}/fill/${field}`);
        await options.onState();
      }),

    /**
     * Interrupts all that runs, as a stopped worker would, and waits for its end: the feed is about to be
     * cleared.
     */
    async stop(): Promise<void> {
      await Promise.all(sources.map(({ id }) => stopJobQueue(id)));
    },
  };
}
