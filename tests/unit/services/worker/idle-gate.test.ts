import { describe, expect, it } from 'vitest';
import { createIdleGate } from '../../../../lib/services/worker/idle-gate';

/** A clock that waiting alone moves. */
function world() {
  let nowMs = 1_000;
  const idleGate = createIdleGate(
    () => nowMs,
    async (durationMs) => {
      nowMs += durationMs;
    },
  );
  return {
    idleGate,
    pass: (durationMs: number) => {
      nowMs += durationMs;
    },
    /** Ms that the work was held up. */
    deferred: async () => {
      const startedMs = nowMs;
      await idleGate.settled();
      return nowMs - startedMs;
    },
  };
}

describe('createIdleGate', () => {
  it('holds nothing up while nobody asks', async () => {
    expect(await world().deferred()).toBe(0);
  });

  it('holds work up until the questions after an answer have come, and no longer', async () => {
    const { idleGate, deferred, pass } = world();
    await idleGate.follow(Promise.resolve());
    expect(await deferred()).toBe(150);
    await idleGate.follow(Promise.reject(new Error('An answer that fails is an answer.')));
    pass(150);
    expect(await deferred()).toBe(0);
  });

  it('holds work up for no more than a second: the question may wait for that very work', async () => {
    const { idleGate, deferred } = world();
    void idleGate.follow(new Promise(() => undefined));
    expect(await deferred()).toBe(1_000);
  });

  it('lets work go on for two seconds after it waited in vain: constant questions must not stop it', async () => {
    const { idleGate, deferred, pass } = world();
    void idleGate.follow(new Promise(() => undefined));
    await deferred();
    pass(1_999);
    expect(await deferred()).toBe(0);
    pass(1);
    expect(await deferred()).toBe(1_000);
  });

  it('goes on when the clock moves back meanwhile', async () => {
    const { idleGate, deferred, pass } = world();
    await idleGate.follow(Promise.resolve());
    pass(-3_600_000);
    expect(await deferred()).toBeLessThanOrEqual(1_000);
  });
});
