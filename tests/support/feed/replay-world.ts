import { createHttpGet, type HttpGetConfig } from '../../../lib/http';
import type { Source } from '../../../lib/sources/types';
import type { ReplayServer } from '../../../tools/replay/server';
import { replayFetch } from './replay-fetch';
import { type SyncWorld, syncWorld } from './sync-world';

/** The deadline of requests to servers that answer, in ms. */
export const DEADLINE_MS = 60_000;

/** Workers on the real sources, a real server, and a clock that only waiting moves. */
export interface ReplayWorld extends SyncWorld {
  /**
   * Ms until a request is given up, in real time: far beyond what a busy machine needs, but for servers that
   * hang.
   */
  deadlineMs: number;
}

/** Makes a world with an empty database. */
export function replayWorld(
  server: ReplayServer,
  sources: readonly Source[],
  { nowMs, ...http }: Omit<HttpGetConfig, 'deadlineMs'> & { readonly nowMs: number },
): ReplayWorld {
  const now = () => world.nowMs;
  const network = (...request: Parameters<ReturnType<typeof createHttpGet>>) =>
    createHttpGet({ fetch: replayFetch(server), now, ...http, deadlineMs: world.deadlineMs })(...request);
  const world: ReplayWorld = Object.assign(syncWorld(sources, network), { nowMs, deadlineMs: DEADLINE_MS });
  return world;
}
