import { editionsOf } from '../../../lib/db/editions';
import { jobsOf } from '../../../lib/db/sync';
import type { OpenDatabase } from '../../../lib/db/open';
import type { Job } from '../../../lib/db/schema';
import { createHttpGet, type HttpGetConfig } from '../../../lib/http';
import { createServerGate } from '../../../lib/services/sync/server-gate';
import { createSync, type SyncService } from '../../../lib/services/sync/sync';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/settings/settings';
import type { Source } from '../../../lib/sources/types';
import type { ReplayServer } from '../../../tools/replay/server';
import { allPapers, commitTo, freshDatabase } from '../database';
import { replayFetch } from './replay-fetch';

/** The deadline of requests to servers that answer, in ms. */
export const DEADLINE_MS = 60_000;

/** Workers on the real sources, a real server, and a clock that only waiting moves. */
export interface ReplayWorld {
  readonly open: OpenDatabase;
  /** Ms since epoch; set it to let time pass. */
  nowMs: number;
  settings: Settings;
  /**
   * Ms until a request is given up, in real time: far beyond what a busy machine needs, but for servers that
   * hang.
   */
  deadlineMs: number;
  /** What the alarm was last set to. */
  alarmMs: number;
  /** Starts a worker; with `stopAfter`, it stops after that many calls to the outside. */
  start(stopAfter?: number): { readonly sync: SyncService; readonly stopped: Promise<void> };
  /** All stored records without their fetch times, by key. */
  stored(): Promise<ReadonlyMap<string, string>>;
  jobs(): Promise<readonly Job[]>;
}

/** Makes a world with an empty database. */
export function replayWorld(
  server: ReplayServer,
  sources: readonly Source[],
  { nowMs, ...http }: Omit<HttpGetConfig, 'deadlineMs'> & { readonly nowMs: number },
): ReplayWorld {
  const open = freshDatabase();
  const world: ReplayWorld = {
    open,
    nowMs,
    settings: DEFAULT_SETTINGS,
    deadlineMs: DEADLINE_MS,
    alarmMs: 0,
    start(stopAfter = Number.POSITIVE_INFINITY) {
      let left = stopAfter;
      let tell = (): void => undefined;
      const stopped = new Promise<void>((resolve) => {
        tell = resolve;
      });
      /** Never settles once the worker has stopped, before or after the call. */
      const outside =
        <TArguments extends readonly unknown[], T>(call: (...parameters: TArguments) => Promise<T>) =>
        async (...parameters: TArguments): Promise<T> => {
          const never = new Promise<T>(() => undefined);
          if (left-- <= 0) return never;
          const result = await call(...parameters);
          if (left > 0) return result;
          tell();
          return never;
        };
      const now = () => world.nowMs;
      const wait = async (durationMs: number) => {
        world.nowMs += durationMs;
      };
      const get = outside(
        createHttpGet({ fetch: replayFetch(server), now, ...http, deadlineMs: world.deadlineMs }),
      );
      const sync = createSync({
        open,
        sources,
        ...createServerGate({ open, get, sources, now, wait }),
        settings: outside(async () => world.settings),
        now,
        wait: outside(wait),
        connection: () => 'online',
        random: () => 0.5,
        wakeAt: outside(async (timeMs) => {
          world.alarmMs = timeMs;
        }),
        commit: outside(commitTo(open)),
        trim: async () => undefined,
        onFinish: outside(async () => undefined),
        onState: outside(async () => undefined),
      });
      return { sync, stopped };
    },
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
    jobs: async () => (await Promise.all(sources.map(async ({ id }) => jobsOf(await open(), id)))).flat(),
  };
  return world;
}
