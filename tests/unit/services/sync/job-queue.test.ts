import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FeedCommit } from '../../../../lib/db/feed';
import { NetworkError } from '../../../../lib/errors';
import { DAY, HOUR, MINUTE, parseIsoDate } from '../../../../lib/model/dates';
import type { JobState } from '../../../../lib/model/feed/job';
import type { arxiv } from '../../../../lib/sources/arxiv/arxiv';
import { NOW_MS } from '../../../support/builders';
import {
  cursor,
  type FakeSource,
  fakeSource,
  page,
  record,
  type ScriptedAnswer,
} from '../../../support/feed/fake-source';
import { commitTo } from '../../../support/database';
import { type SyncWorld, syncWorld } from '../../../support/feed/sync-world';

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue();
});

const PAST = ['2026-05-08', '2026-05-07', '2026-05-06'];

/** A source with one page of today and three days of the past. */
function withPast(): FakeSource & { readonly answers: Map<string, ScriptedAnswer> } {
  const answers = new Map<string, ScriptedAnswer>([
    ['latest', page([record(1, '2026-06-10')])],
    ...PAST.map((date, index) => [date, page([record(index + 2, date)])] as const),
  ]);
  const source = fakeSource({ plan: ['latest'], answers });
  const planPast = () => PAST.map(cursor);
  return { ...source, answers, planPast, newestOf: ({ name }) => parseIsoDate(String(name)) };
}

const stateOf = async (world: SyncWorld, id: 'hf-daily' | 'hf-daily/history' = 'hf-daily/history') =>
  (await world.job(id))?.state;

describe('the past', () => {
  it('comes after the daily sync, newest first, in the same run', async () => {
    const source = withPast();
    const world = syncWorld([source]);
    await world.runDue();
    expect(source.asked).toEqual(['latest', ...PAST]);
    expect(await stateOf(world)).toEqual({ kind: 'done', atMs: world.nowMs });
    expect(world.finished).toBe(1);
  });

  it('lets a daily sync that becomes due meanwhile go first', async () => {
    const source = withPast();
    const world = syncWorld([source]);
    const commit = commitTo(world.open);
    const slowly = async (answer: FeedCommit) => {
      if (answer.job?.id === 'hf-daily/history') world.nowMs += 4 * HOUR;
      return commit(answer);
    };
    await world.start({ commit: slowly }).runDue();
    expect(source.asked).toEqual(PAST.flatMap((date) => ['latest', date]).concat('latest'));
  });

  it('lets a daily sync that the reader demands meanwhile go first, though it is not due', async () => {
    const source = withPast();
    const world = syncWorld([source]);
    const commit = commitTo(world.open);
    const sync = world.start({
      commit: async (answer) => {
        if (answer.job?.id === 'hf-daily/history' && answer.job?.done === 1) void sync.runNow();
        return commit(answer);
      },
    });
    await sync.runDue();
    expect(source.asked).toEqual(['latest', '2026-05-08', 'latest', '2026-05-07', '2026-05-06']);
  });

  it('waits while it is paused, and goes on where it was', async () => {
    const source = withPast();
    const world = syncWorld([source]);
    source.answers.set('2026-05-07', 'hangs');
    const sync = world.start();
    void sync.runDue();
    await expect.poll(() => source.asked).toContain('2026-05-07');
    source.answers.set('2026-05-07', page([record(3, '2026-05-07')]));

    world.settings = { ...world.settings, isHistoryPaused: true };
    await sync.reviewPast();
    expect(await stateOf(world)).toEqual({ kind: 'waiting', reason: 'paused' });
    await world.start().runNow();
    expect(source.asked).toEqual(['latest', '2026-05-08', '2026-05-07', 'latest']);

    world.settings = { ...world.settings, isHistoryPaused: false };
    await world.start().reviewPast();
    expect(source.asked.slice(4)).toEqual(['2026-05-07', '2026-05-06']);
    expect(await stateOf(world)).toMatchObject({ kind: 'done' });
  });

  it('stops at the budget of papers, and goes on when it is raised', async () => {
    const source = withPast();
    const world = syncWorld([source]);
    world.settings = { ...world.settings, maxPapers: 2 };
    await world.runDue();
    expect(source.asked).toEqual(['latest', '2026-05-08']);
    expect(await stateOf(world)).toEqual({ kind: 'waiting', reason: 'budget' });

    world.settings = { ...world.settings, maxPapers: 1000 };
    await world.start().reviewPast();
    expect(await stateOf(world)).toMatchObject({ kind: 'done' });
  });

  it('is not requested while its server is in trouble', async () => {
    const source = withPast();
    source.answers.set('latest', new NetworkError('server-error', 'HTTP 503'));
    const world = syncWorld([source]);
    await world.runDue();
    await world.runDue();
    expect(source.asked).toEqual(['latest']);
    expect(await stateOf(world)).toEqual({ kind: 'due' });
    expect(world.alarmMs - world.nowMs).toBeGreaterThan(40_000);
  });

  it('and a source that is off are not announced at each start of the worker', async () => {
    const off = fakeSource({ id: 'arxiv', answers: new Map() });
    const world = syncWorld([off, withPast()]);
    await world.runDue();
    world.states = 0;
    await world.runDue();
    expect(world.states).toBe(0);
  });

  it('is announced every few seconds, not at each step', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `day ${index}`);
    const answers = new Map<string, ScriptedAnswer>([['latest', page()]]);
    for (const name of names) answers.set(name, page());
    const source = { ...fakeSource({ plan: ['latest'], answers }), planPast: () => names.map(cursor) };
    const world = syncWorld([source]);
    await world.runDue();
    expect(await stateOf(world)).toMatchObject({ kind: 'done' });
    expect(world.nowMs - NOW_MS).toBeGreaterThan(25_000);
    expect(world.states).toBeLessThan(15);
  });

  it('makes requests more slowly than a daily sync', async () => {
    const world = syncWorld([withPast()]);
    await world.runDue();
    // The pause of the past counts towards that of the source.
    expect(world.waits).toEqual([500, 200, 500, 200, 500, 200]);
  });
});

describe('a connection', () => {
  it.each(['offline', 'data-saver'] as const)(
    'that is %s makes all wait, and says so',
    async (connection) => {
      const source = withPast();
      const world = syncWorld([source]);
      world.connection = connection;
      await world.runDue();
      const state: JobState = { kind: 'waiting', reason: connection, untilMs: NOW_MS + 15 * MINUTE };
      expect(source.asked).toEqual([]);
      expect(await stateOf(world)).toEqual(state);
      expect(world.alarmMs).toBe(NOW_MS + 15 * MINUTE);

      // Another start of the worker has nothing new to tell.
      world.states = 0;
      world.nowMs += MINUTE;
      await world.runDue();
      expect(await stateOf(world)).toEqual(state);
      expect(world.states).toBe(0);

      world.connection = 'online';
      await world.runDue();
      expect(source.asked).toEqual(['latest', ...PAST]);
    },
  );

  it('that should save data is used when the reader demands a sync', async () => {
    const source = withPast();
    const world = syncWorld([source]);
    world.connection = 'data-saver';
    await world.start().runNow();
    expect(source.asked).toEqual(['latest', ...PAST]);
  });

  it('that breaks in the middle leaves the rest for later', async () => {
    const source = withPast();
    const world = syncWorld([source]);
    await world.start({ connection: () => (source.asked.length < 2 ? 'online' : 'offline') }).runDue();
    expect(source.asked).toEqual(['latest', '2026-05-08']);
    expect(await stateOf(world)).toMatchObject({ kind: 'waiting', reason: 'offline' });
    world.nowMs += DAY;
    await world.runDue();
    expect(source.asked.slice(2)).toEqual(['latest', '2026-05-07', '2026-05-06']);
  });
});

describe('a schedule', () => {
  it('is spread, so that machines do not ask together', async () => {
    const untilOf = async (random: number) => {
      const world = syncWorld([withPast()]);
      await world.start({ random: () => random }).runDue();
      const state = await stateOf(world, 'hf-daily');
      return state?.kind === 'waiting' ? (state.untilMs ?? 0) - NOW_MS : 0;
    };
    expect([await untilOf(0), await untilOf(1)]).toEqual([2.7 * HOUR, 3.3 * HOUR]);
  });

  it('leaves out times that can bring nothing new', async () => {
    const source = { ...withPast(), usefulAtMs: (timeMs: number) => timeMs + DAY };
    const world = syncWorld([source]);
    await world.runDue();
    expect(await stateOf(world, 'hf-daily')).toMatchObject({
      untilMs: NOW_MS + 3 * HOUR + DAY + 10 * MINUTE,
    });
  });

  it('waits for the end of the quiet hour, even when the reader demands a sync', async () => {
    const source = {
      ...withPast(),
      quietUntilMs: () => (world.nowMs < NOW_MS + HOUR ? NOW_MS + HOUR : null),
    };
    const world: SyncWorld = syncWorld([source]);
    await world.start().runNow();
    expect(source.asked).toEqual([]);
    expect(world.alarmMs).toBe(NOW_MS + HOUR);
    world.nowMs = NOW_MS + HOUR;
    await world.runDue();
    expect(source.asked).toContain('latest');
  });
});

describe('a fill', () => {
  const fillable = (may: ScriptedAnswer = page([record(2, '2026-05-09')])) => ({
    ...fakeSource({
      id: 'arxiv',
      answers: new Map<string, ScriptedAnswer>([
        ['cs.LG 2026-06', page([record(1, '2026-06-09')])],
        ['cs.LG 2026-05', may],
      ]),
    }),
    planPast: ({ field, from, to }: Parameters<NonNullable<typeof arxiv.planPast>>[0]) =>
      [to, from].map((day) => cursor(`${field} ${day.slice(0, 7)}`)),
  });

  it('fetches the chosen months of a category, with progress, whether it is followed or not', async () => {
    const source = fillable();
    const world = syncWorld([source]);
    await world.start().startFill('arxiv', 'cs.LG', 1);
    expect(source.asked).toEqual(['cs.LG 2026-06', 'cs.LG 2026-05']);
    expect(await world.job('arxiv/fill/cs.LG')).toMatchObject({
      state: { kind: 'done' },
      goalOn: '2026-05-10',
      done: 2,
    });
  });

  it('ends when the reader stops it, and the papers that came stay', async () => {
    const world = syncWorld([fillable('hangs')]);
    const sync = world.start();
    void sync.startFill('arxiv', 'cs.LG', 1);
    await expect.poll(() => world.job('arxiv/fill/cs.LG')).toMatchObject({ done: 1 });
    await sync.stopFill('arxiv', 'cs.LG');
    expect(await world.job('arxiv/fill/cs.LG')).toBeUndefined();
    expect([...(await world.stored()).keys()]).toEqual(['arxiv:2606.00001', 'arxiv 2026-06-09']);
  });
});
