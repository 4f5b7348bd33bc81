import { SECOND } from '../model/dates';
import type { PaperMeta, PaperRef } from '../model/paper/page';
import { own } from './dom';
import { SETTLED_MS } from './location';

/** A page built by scripts describes its paper within this time, or not at all. */
const MAX_WAIT_MS = 10 * SECOND;
/** Between two readings at least this, and ten times what a reading takes: a large page is read less often. */
const MIN_PAUSE_MS = 150;

/** True unless the page names another paper by the same kind of id than its address does. */
export function isAbout({ ids }: PaperRef, meta: PaperMeta): boolean {
  const named = Object.entries(ids) as [keyof typeof ids, string][]; // Its own keys.
  return named.every(([kind, id]) => meta.ids[kind] === undefined || meta.ids[kind] === id);
}

/**
 * Reads again after each change of the page until there is something; null when there is nothing in time.
 * Rejects with what the reading throws.
 *
 * No polling: a page that does not change is read once more, after three seconds.
 */
export function readWhenChanged(
  read: () => PaperMeta | null,
  signal: AbortSignal,
): Promise<PaperMeta | null> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pauseMs = MIN_PAUSE_MS;
    const observer = new MutationObserver(() => {
      timer ??= setTimeout(look, pauseMs);
    });
    // Once without a change: what was taken for the page before may be all that this page says.
    const settled = setTimeout(look, SETTLED_MS);
    const deadline = setTimeout(() => end(null), MAX_WAIT_MS);
    const stop = (): void => end(null);
    signal.addEventListener('abort', stop);
    observer.observe(own('documentElement'), {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['content'],
    });

    function look(): void {
      timer = undefined;
      const startedMs = performance.now();
      try {
        const meta = read();
        pauseMs = Math.max(MIN_PAUSE_MS, 10 * (performance.now() - startedMs));
        if (meta !== null) end(meta);
      } catch (error) {
        reject(error as Error); // Whatever it is, it goes on as it came.
        end(null);
      }
    }

    function end(meta: PaperMeta | null): void {
      observer.disconnect();
      clearTimeout(timer);
      clearTimeout(settled);
      clearTimeout(deadline);
      signal.removeEventListener('abort', stop);
      resolve(meta);
    }
  });
}
