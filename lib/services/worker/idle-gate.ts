import { SECOND } from '../../model/dates';

/** A page asks in several waves: a question this soon after an answer belongs to the same page. */
const LINGER_MS = 150;
/** The longest wait for questions: longer than any answer that does not wait for a server. */
const PATIENCE_MS = SECOND;
/** Work that waited in vain may go on for this long without waiting again. */
const TURN_MS = 2 * SECOND;
/** Time between two looks at whether questions are still open. */
const LOOK_AGAIN_MS = 25;

/**
 * Knows whether somebody waits for an answer. Background work waits for it before each step, because every
 * question must wait for a transaction that has begun.
 */
export function createIdleGate(now: () => number, wait: (durationMs: number) => Promise<void>) {
  let waiting = 0;
  let answeredAtMs = Number.NEGATIVE_INFINITY;
  let turnAtMs = Number.NEGATIVE_INFINITY;

  // A clock that moves back must not hold the work up.
  const within = (durationMs: number, sinceMs: number): boolean => Math.abs(now() - sinceMs) < durationMs;
  const isBusy = (): boolean => waiting > 0 || within(LINGER_MS, answeredAtMs);

  return {
    /** Counts a question as open until it is answered. Never fails. */
    async follow(answering: Promise<unknown>): Promise<void> {
      waiting++;
      await Promise.allSettled([answering]);
      waiting--;
      answeredAtMs = now();
    },

    /**
     * Settles when no question is open, or after a second; in the latter case at once for the next two. Never
     * fails.
     */
    async settled(): Promise<void> {
      const startedMs = now();
      if (within(TURN_MS, turnAtMs)) return;
      while (isBusy()) {
        if (!within(PATIENCE_MS, startedMs)) {
          turnAtMs = now();
          return;
        }
        await wait(LOOK_AGAIN_MS);
      }
    },
  };
}
