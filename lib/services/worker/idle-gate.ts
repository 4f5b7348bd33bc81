import { SECOND } from '../../model/dates';

/** A page asks in several waves: what comes so soon after an answer belongs to it. Ms. */
const LINGER_MS = 150;
/** Longer than any answer but one that waits for a server. Ms. */
const PATIENCE_MS = SECOND;
/** How long work that was patient for nothing does not wait again: it must get on. Ms. */
const TURN_MS = 2 * SECOND;
const LOOK_AGAIN_MS = 25;

/**
 * Knows whether somebody waits for an answer. Background work asks before each step: a transaction that it
 * has begun is waited for by every question.
 */
export function createIdleGate(now: () => number, wait: (durationMs: number) => Promise<void>) {
  let waiting = 0;
  let answeredAtMs = Number.NEGATIVE_INFINITY;
  let turnAtMs = Number.NEGATIVE_INFINITY;

  // A clock that is put back must not hold the work up.
  const within = (durationMs: number, sinceMs: number): boolean => Math.abs(now() - sinceMs) < durationMs;
  const isBusy = (): boolean => waiting > 0 || within(LINGER_MS, answeredAtMs);

  return {
    /** Notes a question until it is answered. Never fails. */
    async follow(answering: Promise<unknown>): Promise<void> {
      waiting++;
      await Promise.allSettled([answering]);
      waiting--;
      answeredAtMs = now();
    },

    /** Settles when nobody waits, or has waited for a second; then at once, for two more. Never fails. */
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
