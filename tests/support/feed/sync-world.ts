import { editionsOf } from '../../../lib/db/editions';
import type { FeedChange } from '../../../lib/db/feed';
import { findJob, jobsOf } from '../../../lib/db/sync';
import type { OpenDatabase } from '../../../lib/db/open';
import type { Job } from '../../../lib/db/schema';
import type { HttpGet } from '../../../lib/http';
import type { JobId } from '../../../lib/model/feed/job';
import { createServerGate } from '../../../lib/services/sync/server-gate';
import type { Connection } from '../../../lib/services/sync/deferral';
import { createSync, type SyncService } from '../../../lib/services/sync/sync';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/settings/settings';
import type { Source } from '../../../lib/sources/types';
import { NOW_MS } from '../builders';
import { allPapers, commitTo, freshDatabase } from '../database';
import { type FakeSource, type ScriptedAnswer, threeDays } from './fake-source';

/** What a sync lives in: one database, a clock that only waiting moves, one alarm. */
export interface SyncWorld {
  readonly open: OpenDatabase;
  /** Ms since epoch; set it to let time pass. */
  nowMs: number;
  settings: Settings;
  connection: Connection;
  /** What the alarm was last set to, ms since epoch; 0 before. */
  alarmMs: number;
  readonly waits: number[];
  readonly commits: FeedChange[];
  finished: number;
  states: number;
  /** Starts a worker: another sync on the same database. */
  start(overrides?: Partial<Parameters<typeof createSync>[0]>): SyncService;
  /** Starts a worker that stops after that many calls to the outside; `stopped` settles when it does. */
  startStoppingAfter(calls: number): { readonly sync: SyncService; readonly stopped: Promise<void> };
  /** Starts a worker that runs what is due. */
  runDue(): Promise<void>;
  /** Papers and editions by key, as JSON, without their times, which differ between runs. */
  stored(): Promise<ReadonlyMap<string, string>>;
  job(id?: JobId): ReturnType<typeof findJob>;
  jobs(): Promise<readonly Job[]>;
}

/** Makes a world for these sources, with an empty database. Fake sources answer for themselves. */
export function syncWorld(
  sources: readonly (Source & Partial<FakeSource>)[],
  network: HttpGet = networkOf(sources),
): SyncWorld {
  const open = freshDatabase();
  const now = () => world.nowMs;
  const wait = async (durationMs: number) => {
    world.waits.push(durationMs);
    world.nowMs += durationMs;
  };
  const outside = {
    settings: async () => world.settings,
    wait,
    wakeAt: async (timeMs: number) => {
      world.alarmMs = timeMs;
    },
    commit: async (commit: Parameters<ReturnType<typeof commitTo>>[0]) => {
      world.commits.push(await commitTo(open)(commit));
    },
    onFinish: async () => {
      world.finished++;
    },
    onState: async () => {
      world.states++;
    },
  };
  const world: SyncWorld = {
    open,
    nowMs: NOW_MS,
    settings: DEFAULT_SETTINGS,
    connection: 'online',
    alarmMs: 0,
    waits: [],
    commits: [],
    finished: 0,
    states: 0,
    start: (overrides = {}) =>
      createSync({
        open,
        sources,
        ...createServerGate({ open, get: network, sources, now, wait }),
        ...outside,
        now,
        connection: () => world.connection,
        random: () => 0.5,
        trim: async () => undefined,
        ...overrides,
      }),
    startStoppingAfter(calls) {
      let left = calls;
      let tell = (): void => undefined;
      const stopped = new Promise<void>((resolve) => {
        tell = resolve;
      });
      /** Never settles from that call on, as a stopped worker runs no further. */
      const stopping =
        <TArguments extends readonly unknown[], T>(call: (...parameters: TArguments) => Promise<T>) =>
        async (...parameters: TArguments): Promise<T> => {
          const never = new Promise<T>(() => undefined);
          if (left-- <= 0) return never;
          const result = await call(...parameters);
          if (left > 0) return result;
          tell();
          return never;
        };
      const get = stopping(network);
      const sync = world.start({
        ...createServerGate({ open, get, sources, now, wait }),
        settings: stopping(outside.settings),
        wait: stopping(wait),
        wakeAt: stopping(outside.wakeAt),
        commit: stopping(outside.commit),
        onFinish: stopping(outside.onFinish),
        onState: stopping(outside.onState),
      });
      return { sync, stopped };
    },
    runDue: () => world.start().runDue(),
    async stored() {
      const database = await open();
      const papers = (await allPapers(database)).map(
        ({ addedAtMs: _, provenance, earlierCounts = [], ...paper }) =>
          [
            paper.key,
            {
              ...paper,
              provenance: provenance.map(({ source, link }) => [source, link]),
              earlierCounts: earlierCounts.map(({ atMs: __, ...counts }) => counts),
            },
          ] as const,
      );
      const editions = await Promise.all(sources.map(({ id }) => editionsOf(database, id)));
      const days = editions
        .flat()
        .map(({ fetchedAtMs: _, ...edition }) => [`${edition.source} ${edition.date}`, edition] as const);
      return new Map([...papers, ...days].map(([key, record]) => [key, JSON.stringify(record)]));
    },
    job: async (id = 'hf-daily') => findJob(await open(), id),
    jobs: async () => (await Promise.all(sources.map(async ({ id }) => jobsOf(await open(), id)))).flat(),
  };
  return world;
}

function networkOf(sources: readonly (Source & Partial<FakeSource>)[]): HttpGet {
  return async (url, { signal }) => {
    const source = sources.find(({ id }) => new URL(url).host === `${id}.example`);
    if (source?.respond === undefined) throw new Error(`Nobody answers ${url}`);
    return source.respond(url, signal);
  };
}

/** A world whose one source has three days; `changes` replaces some of its answers. */
export function threeDayWorld(changes: Readonly<Record<string, ScriptedAnswer>> = {}) {
  const source = threeDays(changes);
  return { source, world: syncWorld([source]) };
}
