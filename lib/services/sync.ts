import { deleteJob, findJob, jobsOf, putJob } from '../db/jobs';
import type { Job } from '../db/schema';
import { report } from '../log';
import { type IsoDate, isoDateOf, MINUTE, monthsBefore } from '../model/dates';
import { isPastJob, type JobId } from '../model/job';
import type { SourceId } from '../model/paper';
import type { Source } from '../sources/types';
import { refreshHistory } from './sync-history';
import { dueAtMs, firstJob, isServerInTrouble, withState } from './sync-job';
import { type LaneControl, type LaneOptions, runLane, WATCHDOG_MS } from './sync-lane';

/** When not even the state of a job can be stored, or read. */
const STORAGE_REST_MS = 5 * MINUTE;

export interface SyncOptions extends LaneOptions {
  readonly sources: readonly Source[];
}

export type SyncService = ReturnType<typeof createSync>;

/** A lane at work. */
interface RunningLane {
  readonly ended: Promise<void>;
  readonly stop: AbortController;
  readonly control: LaneControl;
}

/**
 * Keeps the feed fresh: one table of resumable jobs, one lane per source in which they run one request at a
 * time.
 *
 * A job's queue is stored in the transaction that stores the papers, so a worker that is stopped at any
 * moment goes on with the very request it was at, and repeats at most that one.
 */
export function createSync(options: SyncOptions) {
  const { open, sources, now } = options;
  const lanes = new Map<SourceId, RunningLane>();
  /** Sources whose last run could not even store how it ended. */
  const unstored = new Set<SourceId>();

  /** Runs a source's lane unless it runs. `isForced`: also before its time, but never against a server's wish. */
  function run(source: Source, isForced: boolean): Promise<void> {
    const running = lanes.get(source.id);
    if (running !== undefined) {
      if (isForced) running.control.isForcedAnew = true;
      return running.ended;
    }
    unstored.delete(source.id);
    const stop = new AbortController();
    const control: LaneControl = { signal: stop.signal, isForcedAnew: isForced };
    const ended = runOnce(source, control).finally(() => lanes.delete(source.id));
    lanes.set(source.id, { ended, stop, control });
    return ended;
  }

  async function runOnce(source: Source, control: LaneControl): Promise<void> {
    try {
      await refreshHistory(source, options);
      do {
        await runLane(source, options, control);
      } while (control.isForcedAnew && !control.signal.aborted); // Said while the lane was ending.
    } catch (error) {
      unstored.add(source.id);
      report(`sync: ${source.id}`, error);
    }
  }

  /** Breaks a lane off, as a stopped worker would, and waits for its end. */
  async function stopLane(id: SourceId): Promise<void> {
    const lane = lanes.get(id);
    lane?.stop.abort();
    await lane?.ended; // Absent when it does not run.
  }

  /** Changes the job table while its lane stands still, and lets it go on. */
  async function change(id: JobId, edit: (job: Job | undefined) => Promise<unknown>): Promise<void> {
    const source = sources.find((candidate) => id === candidate.id || id.startsWith(`${candidate.id}/`));
    if (source === undefined) return;
    await stopLane(source.id);
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
    /** Runs what is due: at install, at browser start, by alarm, and whenever the worker wakes with work left. */
    runDue: (): Promise<void> => runAll(false),

    /** Runs everything now; only a server that asked to be left alone is waited for. */
    async runNow(): Promise<void> {
      await runAll(true);
    },

    /** Plans a source's daily sync anew, as a first one: its settings changed. */
    replan: (id: SourceId): Promise<void> =>
      change(id, async (known) => {
        const { lastSuccessAtMs: _, ...job } = known ?? firstJob(id);
        const planned = { ...job, queue: [], skipped: [] };
        await putJob(await open(), withState(planned, { kind: 'due' }, now()));
      }),

    /** Looks at the settings of the past again: its length, its pause, the budget of papers. */
    async reviewPast(): Promise<void> {
      await Promise.all(sources.map(({ id }) => stopLane(id)));
      await options.trim();
      await runAll(false);
    },

    /** Fetches the last months of an arXiv category, newest first; one that is under way begins anew. */
    startFill(category: string, months: number): Promise<void> {
      const goalOn: IsoDate = monthsBefore(isoDateOf(now()), months);
      const id: JobId = `arxiv/fill/${category}`;
      return change(id, async () => {
        const job: Job = { ...firstJob(id), category, goalOn };
        await putJob(await open(), withState(job, { kind: 'due' }, now()));
        await options.onState();
      });
    },

    /** Ends a fill; what has come stays. */
    stopFill: (category: string): Promise<void> =>
      change(`arxiv/fill/${category}`, async () => {
        await deleteJob(await open(), `arxiv/fill/${category}`);
        await options.onState();
      }),

    /** Breaks off what runs, as a stopped worker would, and waits for its end: the feed is to be cleared. */
    async stop(): Promise<void> {
      await Promise.all(sources.map(({ id }) => stopLane(id)));
    },

    /** True while any source runs in this worker. */
    isActive: (): boolean => lanes.size > 0,
  };
}
