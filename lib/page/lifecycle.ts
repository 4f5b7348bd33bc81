import { own } from './dom';

/**
 * Ends the script of this name that already runs on this page, and gives the signal for this one. A script
 * may be put into a page a second time, after an update or a new permission.
 */
export function takeOver(name: 'annotate' | 'watch'): AbortSignal {
  // On the global object that only our scripts share: the page's own is elsewhere.
  const running = globalThis as unknown as Partial<Record<string, AbortController>>;
  const key = `paperkin/${name}`;
  running[key]?.abort();
  const controller = new AbortController();
  running[key] = controller;
  return controller.signal;
}

/** Waits until the page is parsed and the browser has time. A PDF has no text to parse: it is ready at once. */
export async function whenReady(signal: AbortSignal): Promise<void> {
  if (own('readyState') === 'loading') {
    await new Promise<void>((resolve) => {
      own('addEventListener')('DOMContentLoaded', () => resolve(), { once: true, signal });
    });
  }
  await new Promise<void>((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: 300 });
  });
}
