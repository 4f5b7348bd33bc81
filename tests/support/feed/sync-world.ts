import { editionsOf } from '../../../lib/db/editions';
import type { FeedChange } from '../../../lib/db/feed';
import { findJob } from '../../../lib/db/sync';
import type { OpenDatabase } from '../../../lib/db/open';
import type { HttpGet } from '../../../lib/http';
import type { JobId } from '../../../lib/model/feed/job';
import { createServerGate } from '../../../lib/services/sync/server-gate';
import type { Connection } from '../../../lib/services/sync/deferral';
import { createSync, type SyncService } from '../../../lib/services/sync/sync';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/settings/settings';
import type { Source } from '../../../lib/sources/types';
import { NOW_MS } from '../builders';
import { allPapers, commitTo, freshDatabase } from '../database';
import type { FakeSource } from './fake-source';

/** What a sync lives in: one database, a clock that only waiting moves, one alarm. */
export interface SyncWorld {
  readonly open: OpenDatabase;
  /** Ms since epoch; set it to let time pass. */
  nowMs: number;
  settings: Settings;
  connection: Connection;
  /** The last alarm time. */
  alarmMs: number | null;
  readonly waits: number[];
  readonly commits: FeedChange[];
  finished: number;
  states: number;
  /** Starts a worker: another sync on the same database. */
  start(overrides?: Partial<Parameters<typeof createSync>[0]>): SyncService;
  /** Starts a worker that is stopped at its `point`-th step outside; `stopped` settles when it is. */
  startStoppingAt(point: number): { readonly sync: SyncService; readonly stopped: Promise<void> };
  /** Papers and editions without their times, which differ between runs. */
  stored(): Promise<unknown>;
  job(id?: JobId): ReturnType<typeof findJob>;
}

/** Makes a world for these sources, with an empty database. */
export function syncWorld(sources: readonly (Source & Partial<FakeSource>)[]): SyncWorld {
  const open = freshDatabase();
  const network: HttpGet = async (url, { signal }) => {
    const source = sources.find(({ id }) => new URL(url).host === `${id}.example`);
    if (source?.respond === undefined) throw new Error(`Nobody answers ${url}`);
    return source.respond(url, signal);
  };
  const world: SyncWorld = {
    open,
    nowMs: NOW_MS,
    settings: DEFAULT_SETTINGS,
    connection: 'online',
    alarmMs: null,
    waits: [],
    commits: [],
    finished: 0,
    states: 0,
    start(overrides = {}) {
      const now = () => world.nowMs;
      const wait = async (durationMs: number) => {
        world.waits.push(durationMs);
        world.nowMs += durationMs;
      };
      return createSync({
        open,
        sources,
        ...createServerGate({ open, get: network, sources, now, wait }),
        settings: async () => world.settings,
        now,
        wait,
        connection: () => world.connection,
        random: () => 0.5,
        trim: async () => undefined,
        wakeAt: async (timeMs) => {
          world.alarmMs = timeMs;
        },
        commit: async (commit) => {
          world.commits.push(await commitTo(open)(commit));
        },
        onFinish: async () => {
          world.finished++;
        },
        onState: async () => {
          world.states++;
        },
        ...overrides,
      });
    },
    startStoppingAt(point) {
      let left = point;
      let tell = (): void => undefined;
      const stopped = new Promise<void>((resolve) => {
        tell = resolve;
      });
      /** Never settles from that point on, as a stopped worker runs no further. */
      const stopping =
        <TArguments extends readonly unknown[], T>(call: (...parameters: TArguments) => Promise<T>) =>
        (...parameters: TArguments): Promise<T> => {
          left--;
          if (left > 0) return call(...parameters);
          tell();
          return new Promise<T>(() => undefined);
        };
      const sync = world.start({
        open: stopping(open),
        sources: sources.map((source) => ({
          ...source,
          fetchPage: stopping((...request: Parameters<Source['fetchPage']>) => source.fetchPage(...request)),
        })),
        settings: stopping(async () => world.settings),
        wait: stopping(async (durationMs) => {
          world.nowMs += durationMs;
        }),
        wakeAt: stopping(async (timeMs) => {
          world.alarmMs = timeMs;
        }),
        commit: stopping(commitTo(open)),
        onFinish: stopping(async () => undefined),
        onState: stopping(async () => undefined),
      });
      return { sync, stopped };
    },
    async stored() {
      const database = await open();
      const papers = (await allPapers(database)).map(({ addedAtMs: _, provenance, ...paper }) => ({
        ...paper,
        sources: provenance.map(({ source, link }) => [source, link]),
      }));
      const editions = await Promise.all(sources.map(({ id }) => editionsOf(database, id)));
      return { papers, editions: editions.flat().map(({ fetchedAtMs: _, ...edition }) => edition) };
    },
    job: async (id = 'hf-daily') => findJob(await open(), id),
  };
  return world;
}
