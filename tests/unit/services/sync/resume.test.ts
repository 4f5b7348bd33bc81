import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findServer } from '../../../../lib/db/sync';
import { NetworkError } from '../../../../lib/errors';
import { DAY } from '../../../../lib/model/dates';
import type { FeedErrorCode } from '../../../../lib/model/feed/request';
import { REFRESH_MS } from '../../../../lib/services/sync/job';
import { NOW_MS } from '../../../support/builders';
import { page, record, STRAIGHT, threeDays } from '../../../support/feed/fake-source';
import { syncWorld } from '../../../support/feed/sync-world';

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue();
});

const failure = (code: FeedErrorCode, retryAtMs?: number) =>
  new NetworkError(code, code, retryAtMs === undefined ? {} : { retryAtMs });

describe('a worker that is stopped', () => {
  it('at any point is followed by one that completes the sync and repeats at most one request', async () => {
    const straight = syncWorld([threeDays()]);
    await straight.start().runDue();
    const expected = await straight.stored();

    let hasEnded = false;
    let points = 0;
    for (let point = 1; !hasEnded; point++) {
      const source = threeDays();
      const world = syncWorld([source]);
      const { sync, stopped } = world.startStoppingAt(point);
      hasEnded = await Promise.race([stopped.then(() => false), sync.runDue().then(() => true)]);

      await world.start().runDue();

      expect(await world.stored(), `stopped at point ${point}`).toEqual(expected);
      expect(await world.job(), `stopped at point ${point}`).toMatchObject({
        state: { kind: 'waiting', reason: 'schedule' },
        queue: [],
      });
      expect(source.asked.length, `stopped at point ${point}: ${source.asked.join()}`).toBeLessThanOrEqual(
        STRAIGHT.length + 1,
      );
      expect(new Set(source.asked)).toEqual(new Set(STRAIGHT));
      points = point;
    }
    expect(points).toBeGreaterThan(25);
  });

  it('in the middle of an answer leaves nothing of it', async () => {
    const source = threeDays({ '2026-06-09': 'hangs' });
    const world = syncWorld([source]);
    void world.start().runDue();
    await expect.poll(() => source.asked).toContain('2026-06-09');
    source.answers.set('2026-06-09', page([record(3, '2026-06-09')]));

    await world.start().runDue();

    expect(source.asked).toEqual(['latest', '2026-06-10', '2026-06-09', '2026-06-09', '2026-06-08']);
  });

  it('keeps the pause between requests over the restart', async () => {
    const source = threeDays({ '2026-06-10': 'hangs' });
    const world = syncWorld([source]);
    void world.start().runDue();
    await expect.poll(() => source.asked).toContain('2026-06-10');
    source.answers.set('2026-06-10', page());
    const { lastRequestAtMs = 0 } = (await findServer(await world.open(), 'hf-daily')) ?? {};
    world.waits.length = 0;
    world.nowMs = lastRequestAtMs + 200;

    await world.start().runDue();

    expect(world.waits[0]).toBe(500);
  });
});

describe('a clock that moves back', () => {
  it('by a day does not wedge the schedule', async () => {
    const source = threeDays();
    const world = syncWorld([source]);
    await world.start().runDue();
    world.nowMs = NOW_MS - DAY;
    world.waits.length = 0;

    await world.start().runDue();

    expect(source.asked).toHaveLength(2 * STRAIGHT.length);
    expect(Math.max(...world.waits)).toBeLessThanOrEqual(700);
    expect(await world.job()).toMatchObject({
      state: { kind: 'waiting', reason: 'schedule', untilMs: NOW_MS - DAY + REFRESH_MS },
    });
  });

  it('by ten days does not keep a failed source waiting', async () => {
    const source = threeDays({ latest: failure('rate-limited', NOW_MS + DAY) });
    const world = syncWorld([source]);
    await world.start().runDue();
    source.answers.set('latest', page());
    world.nowMs = NOW_MS - 10 * DAY;
    await world.start().runDue();
    expect(await world.job()).toMatchObject({ state: { kind: 'waiting', reason: 'schedule' } });
  });
});
