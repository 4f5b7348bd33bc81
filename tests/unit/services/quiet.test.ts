import { describe, expect, it } from 'vitest';
import { createQuiet } from '../../../lib/services/quiet';

/** A clock that waiting alone moves. */
function world() {
  let nowMs = 1_000;
  const quiet = createQuiet(
    () => nowMs,
    async (durationMs) => {
      nowMs += durationMs;
    },
  );
  return {
    quiet,
    pass: (durationMs: number) => {
      nowMs += durationMs;
    },
    /** Ms that the work was held up. */
    held: async () => {
      const startedMs = nowMs;
      await quiet.settled();
      return nowMs - startedMs;
    },
  };
}

describe('createQuiet', () => {
  it('holds nothing up while nobody asks', async () => {
    expect(await world().held()).toBe(0);
  });

  it('holds work up until the questions after an answer have come, and no longer', async () => {
    const { quiet, held, pass } = world();
    await quiet.follow(Promise.resolve());
    expect(await held()).toBe(150);
    await quiet.follow(Promise.reject(new Error('An answer that fails is an answer.')));
    pass(150);
    expect(await held()).toBe(0);
  });

  it('holds work up for no more than a second: the question may wait for that very work', async () => {
    const { quiet, held } = world();
    void quiet.follow(new Promise(() => undefined));
    expect(await held()).toBe(1_000);
  });

  it('lets work go on for two seconds after it was patient for nothing: who asks all the time must not stop it', async () => {
    const { quiet, held, pass } = world();
    void quiet.follow(new Promise(() => undefined));
    await held();
    pass(1_999);
    expect(await held()).toBe(0);
    pass(1);
    expect(await held()).toBe(1_000);
  });

  it('goes on when the clock is put back meanwhile', async () => {
    const { quiet, held, pass } = world();
    await quiet.follow(Promise.resolve());
    pass(-3_600_000);
    expect(await held()).toBeLessThanOrEqual(1_000);
  });
});
