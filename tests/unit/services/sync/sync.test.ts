import { beforeEach, describe, expect, it, vi } from 'vitest';
import { editionsOf } from '../../../../lib/db/editions';
import { clearFeed } from '../../../../lib/db/feed';
import { updateServer } from '../../../../lib/db/sync';
import { DAY, HOUR, MINUTE } from '../../../../lib/model/dates';
import { REFRESH_MS } from '../../../../lib/services/sync/job';
import { NOW_MS } from '../../../support/builders';
import {
  failure,
  fakeSource,
  page,
  record,
  type ScriptedAnswer,
  STRAIGHT,
  threeDays,
} from '../../../support/feed/fake-source';
import { syncWorld, threeDayWorld } from '../../../support/feed/sync-world';

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue();
});

describe('a first sync', () => {
  it('makes the planned requests and those that the answers call for, announces each step, and rests', async () => {
    const { source, world } = threeDayWorld();

    await world.runDue();

    expect(source.asked).toEqual(STRAIGHT);
    expect(await world.job()).toMatchObject({
      state: { kind: 'waiting', reason: 'schedule', untilMs: NOW_MS + REFRESH_MS },
      queue: [],
      done: 5,
    });
    expect(world).toMatchObject({ finished: 1, alarmMs: NOW_MS + REFRESH_MS });
    expect(world.commits).toHaveLength(5);
    expect(world.states).toBeGreaterThan(5);
    expect((await world.stored()).size).toBe(5 + 3);
    expect(await editionsOf(await world.open(), 'hf-daily')).toMatchObject([
      { date: '2026-06-08', papers: ['arxiv:2606.00005', 'arxiv:2606.00002'] },
      { date: '2026-06-09', papers: ['arxiv:2606.00004', 'arxiv:2606.00003'] },
      { date: '2026-06-10', papers: ['arxiv:2606.00001', 'arxiv:2606.00002'] },
    ]);
  });

  it('keeps the source’s pause between requests', async () => {
    const { world } = threeDayWorld();
    await world.runDue();
    expect(world.waits).toEqual([700, 700, 700, 700]);
  });

  it('has an alarm set ahead during all requests', async () => {
    const source = threeDays();
    const alarms: number[] = [];
    const world = syncWorld([
      {
        ...source,
        fetchPage: (...call) => {
          alarms.push(world.alarmMs);
          return source.fetchPage(...call);
        },
      },
    ]);
    await world.runDue();
    expect(alarms).toHaveLength(5);
    expect(alarms.every((timeMs) => timeMs > NOW_MS)).toBe(true);
  });

  it('is not begun twice at a time, nor again before its time', async () => {
    const { source, world } = threeDayWorld();
    const sync = world.start();

    const runs = [sync.runDue(), sync.runNow(), sync.runDue()];
    await Promise.all(runs);
    await sync.runDue();

    expect(source.asked).toEqual(STRAIGHT);
  });

  it('is off for a source with nothing to ask for', async () => {
    const world = syncWorld([fakeSource({ id: 'arxiv', answers: new Map() })]);
    await world.runDue();
    expect(await world.job('arxiv')).toBeUndefined();
    expect(world.alarmMs).toBe(0);
  });

  it('goes on when a listener fails', async () => {
    const { source, world } = threeDayWorld();
    const broken = () => Promise.reject(new Error('storage.local is full'));

    await world.start({ onState: broken, onFinish: broken }).runDue();

    expect(source.asked).toEqual(STRAIGHT);
    expect(await world.job()).toMatchObject({ state: { kind: 'waiting', reason: 'schedule' } });
  });

  it('plans with the chosen categories, and from the second on with the time of the last', async () => {
    const { source, world } = threeDayWorld();
    world.settings = { ...world.settings, categories: ['cs.SE'] };
    await world.runDue();
    const endedAtMs = world.nowMs;
    world.nowMs += REFRESH_MS;
    await world.runDue();

    expect(source.contexts).toMatchObject([
      { nowMs: NOW_MS, fields: ['cs.SE'] },
      { lastSuccessAtMs: endedAtMs },
    ]);
    expect(source.contexts[0]).not.toHaveProperty('lastSuccessAtMs');
  });
});

describe('settled editions', () => {
  it('are not fetched again; younger ones are, and so are later pages of a day of this run', async () => {
    const { source, world } = threeDayWorld();
    await world.runDue();
    const second = source.asked.length;

    world.nowMs = Date.parse('2026-06-16T12:00:00Z');
    await world.runDue();
    expect(source.asked.slice(second)).toEqual(STRAIGHT);

    const third = source.asked.length;
    world.nowMs = Date.parse('2026-06-17T12:00:00Z');
    await world.runDue();
    // Fetched on June 16: June 9 and 8 were settled by then.
    expect(source.asked.slice(third)).toEqual(['latest', '2026-06-10']);
  });
});

describe('two sources', () => {
  it('run side by side; one’s failure does not touch the other', async () => {
    const broken = fakeSource({
      id: 'arxiv',
      plan: ['feed'],
      answers: new Map([['feed', failure('network')]]),
    });
    const world = syncWorld([broken, threeDays()]);
    await world.runDue();
    expect(await world.job('arxiv')).toMatchObject({ state: { kind: 'failed' } });
    expect(await world.job('hf-daily')).toMatchObject({ state: { kind: 'waiting', reason: 'schedule' } });
    expect(world.alarmMs).toBeLessThan(world.nowMs + 2 * MINUTE);
  });
});

describe('replan', () => {
  const arxiv = () => {
    const answers = new Map<string, ScriptedAnswer>([
      ['cs.SE', page([record(1, '2026-06-10')])],
      ['cs.CL', page([record(2, '2026-06-10')])],
    ]);
    return fakeSource({ id: 'arxiv', plan: ({ fields }) => fields, answers });
  };

  it('asks for what the reader follows now, as a first sync does', async () => {
    const source = arxiv();
    const world = syncWorld([source]);
    const sync = world.start();
    world.settings = { ...world.settings, categories: ['cs.SE'] };
    await sync.replan('arxiv');
    world.settings = { ...world.settings, categories: ['cs.CL'] };
    await sync.replan('arxiv');

    expect(source.asked).toEqual(['cs.SE', 'cs.CL']);
    expect(source.contexts[1]).not.toHaveProperty('lastSuccessAtMs');
  });

  it('switches a source off and leaves its papers', async () => {
    const world = syncWorld([arxiv()]);
    const sync = world.start();
    world.settings = { ...world.settings, categories: ['cs.SE'] };
    await sync.replan('arxiv');
    world.settings = { ...world.settings, categories: [] };
    await sync.replan('arxiv');
    expect(await world.job('arxiv')).toMatchObject({ state: { kind: 'off' } });
    expect((await world.stored()).has('arxiv:2606.00001')).toBe(true);
  });

  it('respects a rest that the server asked for, and comes back after it', async () => {
    const source = arxiv();
    const world = syncWorld([source]);
    await updateServer(await world.open(), 'arxiv', { restUntilMs: NOW_MS + HOUR, restSetAtMs: NOW_MS });
    world.settings = { ...world.settings, categories: ['cs.SE'] };
    await world.start().replan('arxiv');
    expect(source.asked).toEqual([]);
    expect(world.alarmMs).toBe(NOW_MS + HOUR);

    world.nowMs = NOW_MS + HOUR;
    await world.runDue();
    expect(source.asked).toEqual(['cs.SE']);
  });

  it('of an unknown source does nothing', async () => {
    const source = threeDays();
    await syncWorld([source]).start().replan('arxiv');
    expect(source.asked).toEqual([]);
  });
});

describe('a worker that is stopped', () => {
  it('at any point is followed by one that completes the sync and repeats at most one request', async () => {
    const straight = syncWorld([threeDays()]);
    await straight.runDue();
    const expected = await straight.stored();

    let hasEnded = false;
    let points = 0;
    for (let point = 1; !hasEnded; point++) {
      const { source, world } = threeDayWorld();
      const { sync, stopped } = world.startStoppingAfter(point);
      hasEnded = await Promise.race([stopped.then(() => false), sync.runDue().then(() => true)]);

      await world.runDue();

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
});

describe('a clock that moves back', () => {
  it('by a day does not wedge the schedule', async () => {
    const { source, world } = threeDayWorld();
    await world.runDue();
    world.nowMs = NOW_MS - DAY;
    world.waits.length = 0;

    await world.runDue();

    expect(source.asked).toHaveLength(2 * STRAIGHT.length);
    expect(Math.max(...world.waits)).toBeLessThanOrEqual(700);
    expect(await world.job()).toMatchObject({
      state: { kind: 'waiting', reason: 'schedule', untilMs: NOW_MS - DAY + REFRESH_MS },
    });
  });

  it('by ten days does not keep a failed source waiting', async () => {
    const { source, world } = threeDayWorld({ latest: failure('rate-limited', NOW_MS + DAY) });
    await world.runDue();
    source.answers.set('latest', page());
    world.nowMs = NOW_MS - 10 * DAY;
    await world.runDue();
    expect(await world.job()).toMatchObject({ state: { kind: 'waiting', reason: 'schedule' } });
  });
});

describe('stop', () => {
  it('interrupts a run, so that a cleared feed is fetched whole again', async () => {
    const { source, world } = threeDayWorld({ '2026-06-09': 'hangs' });
    const sync = world.start();
    const run = sync.runDue();
    await expect.poll(() => source.asked).toContain('2026-06-09');

    await sync.stop();
    await run;
    expect(await world.job()).toMatchObject({ state: { kind: 'running' }, failures: 0 });

    await clearFeed(await world.open());
    source.answers.set('2026-06-09', page([record(3, '2026-06-09')]));
    source.asked.length = 0;
    await sync.runNow();
    expect(source.asked).toEqual(['latest', '2026-06-10', '2026-06-09', '2026-06-08']);
  });

  it('does nothing when nothing runs', async () => {
    await expect(syncWorld([threeDays()]).start().stop()).resolves.toBeUndefined();
  });
});
