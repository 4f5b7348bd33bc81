import { SECOND } from '../model/dates';
import type { PaperMeta, PaperRef } from '../model/paper/page';
import { own } from './dom';
import { SETTLED_MS } from './location';

/** A page that scripts build describes its paper within this time, or never. */
const MAX_WAIT_MS = 10 * SECOND;
/** We pause at least this long between readings, and ten times as long as a reading takes. */
const MIN_PAUSE_MS = 150;

/** True unless the page names another paper than its address does, by an id of the same kind. */
export function isAbout({ ids }: PaperRef, meta: PaperMeta): boolean {
  const named = Object.entries(ids) as [keyof typeof ids, string][]; // Its own keys.
  return named.every(([kind, id]) => meta.ids[kind] === undefined || meta.ids[kind] === id);
}

/**
 * Re-reads the page after each change until it says something; null when it does not in time. Rejects with
 * what the reading throws.
 *
 * Does not poll: a page that never changes is read once more, after three seconds.
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
    // Read once without a change: what looked like the page before may be all that this page says.
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
        reject(error as Error); // Passed on as it came.
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
