import type { HttpGet } from '../http';
import type { SourceId } from '../model/paper';
import type { Source } from '../sources/types';

/**
 * Keeps a source's pause between any two requests, whoever makes them: a sync and a look-up do not know of
 * each other. Requests to other hosts pass at once.
 */
export function createPacedGet(
  get: HttpGet,
  sources: readonly Source[],
  wait: (durationMs: number) => Promise<void>,
): HttpGet {
  const turns = new Map<SourceId, Promise<void>>(); // A restarted worker begins anew; the sync stores its own pause.

  return async (url, options) => {
    const source = sources.find(({ hosts }) =>
      hosts.some((pattern) => hostOf(pattern) === new URL(url).host),
    );
    if (source !== undefined) {
      const turn = turns.get(source.id) ?? Promise.resolve(); // The first of its kind has its turn at once.
      turns.set(
        source.id,
        turn.then(() => wait(source.minIntervalMs)),
      );
      await turn;
    }
    return get(url, options);
  };
}

/** `https://export.arxiv.org/*` → `export.arxiv.org`. */
function hostOf(pattern: string): string | undefined {
  return /^[^:]+:\/\/([^/]+)\//.exec(pattern)?.[1];
}
