/** Runs tasks one after the other, in the order they came. A task that fails fails for its caller alone. */
export type Queue = <T>(task: () => Promise<T>) => Promise<T>;

/** Makes an empty queue. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined); // The caller gets the error.
    return result;
  };
}

/** Runs at most one task per key at a time; callers who come meanwhile share its result, or its error. */
export interface SingleFlight<TKey, T> {
  readonly run: (key: TKey, task: () => Promise<T>) => Promise<T>;
  readonly isRunning: (key: TKey) => boolean;
  /** Tasks under way. */
  readonly count: () => number;
}

/** Makes a single flight with no task under way. */
export function createSingleFlight<TKey, T>(): SingleFlight<TKey, T> {
  const running = new Map<TKey, Promise<T>>();
  return {
    run(key, task) {
      const known = running.get(key);
      if (known !== undefined) return known;
      const started = task().finally(() => running.delete(key));
      running.set(key, started);
      return started;
    },
    isRunning: (key) => running.has(key),
    count: () => running.size,
  };
}

/**
 * A value that is loaded by the first call and kept. A failed load is forgotten, so the next call tries
 * again.
 */
export interface Kept<T> {
  readonly get: () => Promise<T>;
  /** Lets go of the value, or of the load under way: the next call loads anew. */
  readonly forget: () => void;
  /** True once a load has begun and was neither forgotten nor failed. */
  readonly isKept: () => boolean;
}

/** Keeps what `load` gives. */
export function createKept<T>(load: () => Promise<T>): Kept<T> {
  let kept: Promise<T> | null = null;
  return {
    get() {
      if (kept === null) {
        const started = load();
        kept = started;
        started.catch(() => {
          // The callers get the error.
          if (kept === started) kept = null;
        });
      }
      return kept;
    },
    forget() {
      kept = null;
    },
    isKept: () => kept !== null,
  };
}

/**
 * Makes a function that asks for a run of `work`. After each first request `settle` passes; requests that
 * come until then share the run, later ones get another run after it. The promise settles when no run is due
 * any more, and rejects when `settle` or `work` does.
 */
export function createCoalescedRun(
  settle: () => Promise<void>,
  work: () => Promise<void>,
): () => Promise<void> {
  let isDue = false;
  let running: Promise<void> | null = null;

  async function runWhileDue(): Promise<void> {
    try {
      while (isDue) {
        await settle();
        isDue = false;
        await work();
      }
    } finally {
      running = null;
    }
  }

  return () => {
    isDue = true;
    running ??= runWhileDue();
    return running;
  };
}
