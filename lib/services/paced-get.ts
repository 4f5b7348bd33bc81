import type { HttpGet } from '../http';
import type { SourceId } from '../model/paper';
import type { Source } from '../sources/types';

/**
 * Keeps a source's pause between any two requests, and one connection at a time, whoever makes them: a sync
 * and a look-up do not know of each other. Requests to other hosts pass at once. A caller who gives up waits
 * for no turn.
 */
export function createPacedGet(
  get: HttpGet,
  sources: readonly Source[],
  wait: (durationMs: number) => Promise<void>,
): HttpGet {
  const turns = new Map<SourceId, Promise<unknown>>(); // A restarted worker begins anew; the sync stores its own pause.

  return async (url, options) => {
    const source = sources.find(({ hosts }) =>
      hosts.some((pattern) => hostOf(pattern) === new URL(url).host),
    );
    if (source === undefined) return get(url, options);
    const turn = turns.get(source.id) ?? Promise.resolve(); // The first of its kind has its turn at once.
    const pause = turn.then(() => wait(source.minIntervalMs));
    const answer = turn.then(() => get(url, options));
    turns.set(source.id, Promise.allSettled([pause, answer]));
    return unlessAborted(answer, options.signal);
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
