/** Runs tasks one after the other, in the order they came; a failed one is its caller's affair alone. */
export type OneAtATime = <T>(task: () => Promise<T>) => Promise<T>;

/** Makes a queue of its own. */
export function createOneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined); // The caller gets it.
    return result;
  };
}
