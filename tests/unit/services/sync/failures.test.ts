import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ParseError } from '../../../../lib/errors';
import { HOUR, MINUTE, SECOND } from '../../../../lib/model/dates';
import type { FeedErrorCode } from '../../../../lib/model/feed/request';
import { REFRESH_MS } from '../../../../lib/services/sync/job';
import { day, edition, NOW_MS } from '../../../support/builders';
import { failWrites } from '../../../support/database';
import {
  cursor,
  failure,
  fakeSource,
  page,
  record,
  type ScriptedAnswer,
  STRAIGHT,
} from '../../../support/feed/fake-source';
import { syncWorld, threeDayWorld } from '../../../support/feed/sync-world';

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue();
});

describe('a failed request', () => {
  it.each<FeedErrorCode>(['network', 'timeout', 'server-error', 'blocked'])(
    'keeps the queue after %s and goes on with it later',
    async (code) => {
      const { source, world } = threeDayWorld({ '2026-06-09': failure(code) });
      await world.runDue();

      const job = await world.job();
      expect(job).toMatchObject({ state: { kind: 'failed', code }, failures: 1 });
      expect(job?.queue).toEqual([cursor('2026-06-09'), cursor('2026-06-08')]);
      const waitMs = world.alarmMs - world.nowMs;
      expect(waitMs).toBeGreaterThanOrEqual(48 * SECOND);
      expect(waitMs).toBeLessThanOrEqual(72 * SECOND);

      await world.runDue();
      expect(source.asked).toHaveLength(3);
      source.answers.set('2026-06-09', page([record(3, '2026-06-09')]));
      world.nowMs += waitMs;
      await world.runDue();

      expect(source.asked.slice(3)).toEqual(['2026-06-09', '2026-06-08']);
      expect(await world.job()).toMatchObject({
        state: { kind: 'waiting', reason: 'schedule' },
        failures: 0,
      });
    },
  );

  it('waits longer with each failure in a row', async () => {
    const { source, world } = threeDayWorld({ latest: failure('network') });
    const waits: number[] = [];
    for (const _ of Array.from({ length: 12 })) {
      await world.runDue();
      waits.push(world.alarmMs - world.nowMs);
      world.nowMs = world.alarmMs;
    }
    expect(waits[3]).toBeGreaterThan(5 * MINUTE);
    expect(waits.at(-1)).toBeGreaterThan(4 * HOUR);
    expect(waits.at(-1)).toBeLessThan(8 * HOUR);
    expect(source.asked).toHaveLength(12);
  });

  it('is tried again at once when the reader demands it', async () => {
    const { source, world } = threeDayWorld({ latest: failure('network') });
    await world.runDue();
    await world.start().runNow();
    expect(source.asked).toEqual(['latest', 'latest']);
  });

  it.each<[FeedErrorCode, string, number, number | undefined]>([
    ['rate-limited', '10 min', 10 * MINUTE, undefined],
    ['rate-limited', 'as long as the server says', 2 * HOUR, NOW_MS + 2 * HOUR],
    ['server-error', 'as long as the server says', 2 * HOUR, NOW_MS + 2 * HOUR],
  ])('that is %s rests for %s, also when the reader says now', async (code, _, restMs, serverSaysMs) => {
    const { source, world } = threeDayWorld({ latest: failure(code, serverSaysMs) });
    await world.runDue();
    expect(await world.job()).toMatchObject({ state: { code, retryAtMs: NOW_MS + restMs } });
    expect(world.alarmMs).toBeGreaterThanOrEqual(NOW_MS + restMs);
    world.nowMs = NOW_MS + restMs - 1;
    await world.start().runNow();
    expect(source.asked).toHaveLength(1);

    source.answers.set('latest', page());
    world.nowMs += 1;
    await world.start().runNow();
    expect(source.asked).toHaveLength(2);
    expect(await world.job()).toMatchObject({ state: { kind: 'waiting', reason: 'schedule' } });
  });

  it('caused by a bug of the source is skipped and reported, and the others go on', async () => {
    const { source, world } = threeDayWorld();
    source.answers.delete('2026-06-09');
    await world.runDue();
    expect(await world.job()).toMatchObject({
      state: { kind: 'failed', code: 'unexpected' },
      skipped: [cursor('2026-06-09')],
    });
    expect(source.asked).toContain('2026-06-08');
  });

  it('that never succeeds does not hold the others back', async () => {
    const { source, world } = threeDayWorld({ '2026-06-10': failure('server-error') });
    for (const _ of [1, 2, 3, 4]) {
      await world.runDue();
      world.nowMs = world.alarmMs;
    }
    expect(source.asked).toContain('2026-06-08');
    expect((await world.job())?.queue).toEqual([cursor('2026-06-10')]);
  });
});

describe('an unusable answer', () => {
  it('is skipped alone, and the next run makes only that request', async () => {
    const { source, world } = threeDayWorld({ '2026-06-09': new ParseError('HTML') });
    await world.runDue();

    expect(source.asked).toEqual(['latest', '2026-06-10', '2026-06-09', '2026-06-08']);
    expect(await world.job()).toMatchObject({
      state: { kind: 'failed', code: 'wrong-format' },
      skipped: [cursor('2026-06-09')],
      queue: [],
    });
    expect(world.finished).toBe(0);

    source.answers.set('2026-06-09', page([record(3, '2026-06-09')]));
    world.nowMs = world.alarmMs;
    await world.runDue();

    expect(source.asked.slice(4)).toEqual(['2026-06-09']);
    expect(await world.job()).toMatchObject({ state: { kind: 'waiting', reason: 'schedule' }, skipped: [] });
    expect(world.finished).toBe(1);
  });

  it('loses nothing that was cached', async () => {
    const { source, world } = threeDayWorld();
    await world.runDue();
    const before = await world.stored();
    for (const name of STRAIGHT) source.answers.set(name, new ParseError('HTML'));
    world.nowMs += REFRESH_MS;
    await world.runDue();
    expect(await world.stored()).toEqual(before);
  });

  it('that never ends does not hold newer days back', async () => {
    const { source, world } = threeDayWorld({ '2026-06-08': new ParseError('HTML') });
    await world.runDue();
    world.nowMs += REFRESH_MS;
    source.answers.set('latest', page([], ['2026-06-11']));
    source.answers.set('2026-06-11', page([record(9, '2026-06-11')]));
    await world.runDue();
    expect(source.asked.slice(5)).toEqual(['latest', '2026-06-11', '2026-06-08']);
    expect((await world.stored()).has('hf-daily 2026-06-11')).toBe(true);
  });

  it('to each of the first three requests stops the run, and the next one too: a bot check answers instead', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `page ${index}`);
    const answers = new Map<string, ScriptedAnswer>(names.map((name) => [name, new ParseError('HTML')]));
    const source = fakeSource({ plan: names, answers });
    const world = syncWorld([source]);
    for (const runs of [1, 2, 3]) {
      await world.runDue();
      expect(source.asked).toHaveLength(3 * runs);
      world.nowMs = world.alarmMs;
    }
    expect(await world.job()).toMatchObject({ state: { kind: 'failed', code: 'wrong-format' } });

    for (const name of names) answers.set(name, page());
    await world.runDue();
    expect(new Set(source.asked)).toEqual(new Set(names));
    expect(await world.job()).toMatchObject({
      state: { kind: 'waiting', reason: 'schedule' },
      queue: [],
      skipped: [],
    });
  });

  it('is replaced by the requests that the source names, without settled days', async () => {
    const answers = new Map<string, ScriptedAnswer>([
      ['latest', failure('http-error')],
      ['2026-06-10', page([record(1, '2026-06-10')])],
      ['2026-06-09', page([record(2, '2026-06-09')])],
    ]);
    const source = fakeSource({
      plan: ['latest'],
      answers,
      fallbacks: { latest: ['2026-06-10', '2026-06-09', '2026-06-01'] },
    });
    const world = syncWorld([source]);
    await (await world.open()).put('editions', edition({ date: day('2026-06-01') }));

    await world.runDue();

    expect(source.asked).toEqual(['latest', '2026-06-10', '2026-06-09']);
    expect(await world.job()).toMatchObject({ state: { kind: 'waiting', reason: 'schedule' } });
  });
});

describe('a disk that is full', () => {
  it.each([
    ['papers', { kind: 'failed', code: 'storage-full' }],
    ['editions', { kind: 'failed', code: 'storage-full' }],
    // What cannot be stored cannot be told: the job stands as it was.
    ['jobs', { kind: 'waiting' }],
  ])(
    'loses nothing when %s cannot be written, says so where it can, and is tried again',
    async (store, state) => {
      const { source, world } = threeDayWorld();
      await world.runDue();
      const before = await world.stored();
      world.nowMs += REFRESH_MS;
      source.answers.set('2026-06-10', page([record(7, '2026-06-10')]));

      const heal = failWrites(store);
      await world.runDue();
      heal();

      expect(await world.stored()).toEqual(before);
      expect(await world.job()).toMatchObject({ state });
      expect(world.alarmMs).toBeGreaterThan(world.nowMs);
      expect(world.alarmMs - world.nowMs).toBeLessThan(10 * MINUTE);
      world.nowMs = world.alarmMs;
      await world.runDue();
      expect(await world.job()).toMatchObject({ state: { kind: 'waiting', reason: 'schedule' } });
      expect((await world.stored()).has('arxiv:2606.00007')).toBe(true);
    },
  );

  it('or a database that does not open leaves an alarm set', async () => {
    const { world } = threeDayWorld();
    await world.start({ open: () => Promise.reject(new Error('corrupt')) }).runDue();
    expect(world.alarmMs).toBe(NOW_MS + 5 * MINUTE);
  });
});
