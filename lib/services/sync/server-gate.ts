import { createQueue, type Queue } from '../../async';
import type { OpenDatabase } from '../../db/open';
import type { Server } from '../../db/schema';
import { findServer, updateServer } from '../../db/sync';
import { NetworkError, NotNowError } from '../../errors';
import type { HttpGet } from '../../http';
import { report } from '../../log';
import { hostOf } from '../../model/access/hosts';
import { DAY, HOUR, MINUTE } from '../../model/dates';
import type { WaitReason } from '../../model/feed/job';
import type { SourceId } from '../../model/paper/paper';
import type { Source } from '../../sources/types';

/** After a 429 we leave a server alone for at least this long: arXiv asks for it, and it suits the others. */
const RATE_LIMIT_REST_MS = 10 * MINUTE;
/** The longest rest that we believe; a server may ask for a day. */
const LONGEST_REST_MS = DAY + HOUR;

/** Why a source must not be asked, and until when (ms since epoch). */
export interface Rest {
  readonly reason: WaitReason;
  readonly untilMs: number;
}

export interface ServerGateOptions {
  readonly open: OpenDatabase;
  readonly get: HttpGet;
  readonly sources: readonly Source[];
  readonly now: () => number;
  readonly wait: (durationMs: number) => Promise<void>;
}

export type ServerGate = ReturnType<typeof createServerGate>;

/**
 * Makes the one way to the sources' servers. It keeps the rules of each source's servers, across all their
 * hosts and all callers: one request at a time, a pause between two, none while they rest or have their quiet
 * hour.
 *
 * A sync and a look-up do not know of each other, and the worker may be stopped between two requests, so the
 * times are stored. Requests to other hosts pass at once. A caller that aborts leaves without waiting for its
 * turn.
 */
export function createServerGate({ open, get, sources, now, wait }: ServerGateOptions) {
  /** One request of a source at a time. */
  const turns = new Map<SourceId, Queue>();
  /** What is not stored yet, or could not be; gone with the worker. */
  const latest = new Map<SourceId, Server>();

  async function serverOf(id: SourceId): Promise<Server> {
    const known = latest.get(id);
    if (known !== undefined) return known;
    const server = await open()
      .then((database) => findServer(database, id))
      .catch((error: unknown) => report('gate: cannot read what a server asked for', error));
    return server ?? { source: id, lastRequestAtMs: 0 };
  }

  async function note(id: SourceId, change: Partial<Omit<Server, 'source'>>): Promise<void> {
    latest.set(id, { ...(await serverOf(id)), ...change });
    await open()
      .then((database) => updateServer(database, id, change))
      .catch((error: unknown) => report('gate: cannot store what a server asked for', error));
  }

  async function ask(source: Source, ...[url, options]: Parameters<HttpGet>): Promise<string> {
    options.signal.throwIfAborted();
    const pauseMs = pauseBeforeMs(source.minIntervalMs, (await serverOf(source.id)).lastRequestAtMs, now());
    if (pauseMs > 0) await wait(pauseMs);
    options.signal.throwIfAborted();
    const rest = restOf(source, await serverOf(source.id), now());
    if (rest !== null) throw new NotNowError(rest.reason, rest.untilMs);
    await note(source.id, { lastRequestAtMs: now() });
    try {
      const body = await get(url, options);
      if (source.isRefusal?.(body) !== true) return body;
      throw new NetworkError('rate-limited', `Refused with status 200 by ${url}`);
    } catch (error) {
      const restUntilMs = restAfter(error, now());
      if (restUntilMs === null || !(error instanceof NetworkError)) throw error;
      await note(source.id, { restUntilMs, restSetAtMs: now() });
      throw new NetworkError(error.code, error.message, { cause: error, retryAtMs: restUntilMs });
    }
  }

  /** Errors: those of the `get` it wraps; `NotNowError` while the source must not be asked. */
  const getInTurn: HttpGet = async (url, options) => {
    const source = sources.find(({ hosts }) =>
      hosts.some((pattern) => hostOf(pattern) === new URL(url).host),
    );
    if (source === undefined) return get(url, options);
    const inTurn = turns.get(source.id) ?? createQueue();
    turns.set(source.id, inTurn);
    return unlessAborted(
      inTurn(() => ask(source, url, options)),
      options.signal,
    );
  };

  return {
    get: getInTurn,

    /** Why a source must not be asked now; null when it may be. */
    restOf: async (source: Source): Promise<Rest | null> => restOf(source, await serverOf(source.id), now()),
  };
}

function unlessAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason);
    signal.addEventListener('abort', giveUp);
    void answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

/** Why nobody may ask a source now, not even on the reader's demand; null when it may be asked. */
export function restOf(
  source: Pick<Source, 'quietUntilMs'>,
  server: Server | undefined,
  nowMs: number,
): Rest | null {
  const quietUntilMs = source.quietUntilMs?.(nowMs) ?? null;
  if (quietUntilMs !== null) return { reason: 'quiet-hour', untilMs: quietUntilMs };
  const { restUntilMs = 0, restSetAtMs = 0 } = server ?? {};
  // A rest noted in the future (the clock moved back) is over.
  const isResting = restUntilMs > nowMs && restSetAtMs <= nowMs && restUntilMs <= nowMs + LONGEST_REST_MS;
  return isResting ? { reason: 'server', untilMs: restUntilMs } : null;
}

/** When the rest ends that a failed request calls for, ms since epoch; null when it calls for none. */
export function restAfter(error: unknown, nowMs: number): number | null {
  if (!(error instanceof NetworkError)) return null;
  const leastMs = error.code === 'rate-limited' ? nowMs + RATE_LIMIT_REST_MS : 0;
  const untilMs = Math.max(leastMs, error.retryAtMs ?? 0);
  return untilMs > nowMs ? untilMs : null;
}

/** How long to wait so that the source's pause lies between two requests, in ms. */
export function pauseBeforeMs(minIntervalMs: number, lastRequestAtMs: number, nowMs: number): number {
  const sinceMs = nowMs - lastRequestAtMs;
  // The last request may lie in the future: the clock moved back.
  return sinceMs < 0 ? minIntervalMs : Math.max(0, minIntervalMs - sinceMs);
}
