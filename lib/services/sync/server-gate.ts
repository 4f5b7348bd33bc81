import type { OpenDatabase } from '../../db/open';
import type { Server } from '../../db/schema';
import { findServer, updateServer } from '../../db/sync';
import { NetworkError, NotNowError } from '../../errors';
import type { HttpGet } from '../../http';
import { report } from '../../log';
import type { SourceId } from '../../model/paper/paper';
import type { Source } from '../../sources/types';
import { pauseBeforeMs, type Rest, restAfter, restOf } from './server-rest';

export interface ServerGateOptions {
  readonly open: OpenDatabase;
  readonly get: HttpGet;
  readonly sources: readonly Source[];
  readonly now: () => number;
  readonly wait: (durationMs: number) => Promise<void>;
}

/** The one way to the sources' servers. */
export interface ServerGate {
  /** Errors: as the `get` it was made of; `NotNowError` while the source is not to be asked. */
  readonly get: HttpGet;
  /** Why a source is not to be asked now; null when it may be. */
  readonly restOf: (source: Source) => Promise<Rest | null>;
}

/**
 * Keeps what the servers of a source ask for, over all their hosts and whoever makes the requests: one
 * connection at a time, a pause between any two, no request while they rest or have their quiet hour.
 *
 * A sync and a look-up do not know of each other, and a worker may be stopped between two requests: so it is
 * stored. Requests to other hosts pass at once. A caller who gives up waits for no turn.
 */
export function createServerGate({ open, get, sources, now, wait }: ServerGateOptions): ServerGate {
  const turns = new Map<SourceId, Promise<unknown>>();
  /** What could not be stored, or not yet; gone with the worker. */
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

  return {
    get: async (url, options) => {
      const source = sources.find(({ hosts }) =>
        hosts.some((pattern) => hostOf(pattern) === new URL(url).host),
      );
      if (source === undefined) return get(url, options);
      const before = turns.get(source.id) ?? Promise.resolve(); // The first has its turn at once.
      const answer = before.then(() => ask(source, url, options));
      turns.set(
        source.id,
        answer.catch(() => undefined), // The caller gets it.
      );
      return unlessAborted(answer, options.signal);
    },
    restOf: async (source) => restOf(source, await serverOf(source.id), now()),
  };
}

function unlessAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason);
    signal.addEventListener('abort', giveUp);
    void answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

/** `https://export.arxiv.org/*` → `export.arxiv.org`. */
function hostOf(pattern: string): string | undefined {
  return /^[^:]+:\/\/([^/]+)\//.exec(pattern)?.[1];
}
