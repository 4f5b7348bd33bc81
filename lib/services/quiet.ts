import { SECOND } from '../model/dates';

/** A page asks in several waves: what comes so soon after an answer belongs to it. Ms. */
const LINGER_MS = 150;
/** Longer than any answer but one that waits for a server. Ms. */
const PATIENCE_MS = SECOND;
const LOOK_AGAIN_MS = 25;

/**
 * Knows whether somebody waits for an answer. Background work asks before each step: a transaction that it
 * has begun is waited for by every question.
 */
export function createQuiet(now: () => number, wait: (durationMs: number) => Promise<void>) {
  let waiting = 0;
  let answeredAtMs = Number.NEGATIVE_INFINITY;

  const isBusy = (): boolean => waiting > 0 || now() - answeredAtMs < LINGER_MS;

  return {
    /** Notes a question until it is answered. Never fails. */
    async follow(answering: Promise<unknown>): Promise<void> {
      waiting++;
      await Promise.allSettled([answering]);
      waiting--;
      answeredAtMs = now();
    },

    /** Settles when nobody waits, or has waited for a second: the work must get on. Never fails. */
    async settled(): Promise<void> {
      const startedMs = now();
      // A clock that is put back must not hold the work up.
      while (isBusy() && Math.abs(now() - startedMs) < PATIENCE_MS) await wait(LOOK_AGAIN_MS);
    },
  };
}
