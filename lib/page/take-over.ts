/** Where our scripts of one kind find each other: on the global object that only they share. */
type Running = Partial<Record<string, AbortController>>;

/**
 * Ends the script of this name that already runs on this page, and gives the signal for this one: a script
 * may be put into a page a second time, after an update or a new permission.
 */
export function takeOver(name: 'annotate' | 'watch'): AbortSignal {
  const running = globalThis as unknown as Running; // Our own world: the page's globals are elsewhere.
  const key = `paperkin/${name}`;
  running[key]?.abort();
  const controller = new AbortController();
  running[key] = controller;
  return controller.signal;
}
