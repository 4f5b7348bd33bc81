/** Ms after which a wait gives up. It ends what hangs; it is far beyond what a busy machine needs. */
export const WAIT_MS = 120_000;

const PAUSE_MS = 100;

/**
 * Asks again until there is an answer, and gives it.
 *
 * Errors: an `Error` with the words of `failure` after `WAIT_MS`; what `ask` throws is thrown at once.
 */
export async function until<T>(
  ask: () => Promise<T | undefined> | T | undefined,
  failure: () => string,
): Promise<T> {
  const deadlineMs = Date.now() + WAIT_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadlineMs) throw new Error(failure());
    await pause(PAUSE_MS);
  }
}

/** Waits a while: only between two questions, or where an answer may never come. */
export function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}
