import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../../lib/db/open';
import { DAY } from '../../../../lib/model/dates';
import { findJob, putJob } from '../../../../lib/db/sync';
import { firstJob } from '../../../../lib/services/sync/job';
import {
  historyStatus,
  planContext,
  planPast,
  refreshHistory,
  withoutSettled,
} from '../../../../lib/services/sync/plan';
import { DEFAULT_SETTINGS, type Settings } from '../../../../lib/settings/settings';
import { arxiv } from '../../../../lib/sources/arxiv/arxiv';
import { hfDaily } from '../../../../lib/sources/hf-daily/hf-daily';
import { dayCursor } from '../../../../lib/sources/hf-daily/hf-daily';
import { day, edition, NOW_MS } from '../../../support/builders';
import { freshDatabase } from '../../../support/database';

let database: Database;

beforeEach(async () => {
  database = await freshDatabase()();
});

describe('planPast', () => {
  it('goes back from what the daily sync keeps, without the days that are complete', async () => {
    await database.put('editions', edition({ date: day('2026-06-09') }));
    await database.put('editions', edition({ date: day('2026-05-08'), papers: [] }));
    const job = { ...firstJob('hf-daily/history'), goalOn: day('2026-05-05') };
    const days = await planPast(database, hfDaily, job, NOW_MS);
    expect(days.map(({ date }) => date)).toEqual(['2026-05-07', '2026-05-06', '2026-05-05']);
  });

  it('goes back from today for a category', async () => {
    const job = { ...firstJob('arxiv/fill/cs.LG'), goalOn: day('2026-06-01') };
    expect(await planPast(database, arxiv, job, NOW_MS)).toMatchObject([
      { category: 'cs.LG', from: '2026-06-01', to: '2026-06-10' },
    ]);
  });
});

describe('planContext', () => {
  it('does not believe in a success in the future', () => {
    const job = { ...firstJob('arxiv'), lastSuccessAtMs: NOW_MS + DAY };
    expect(planContext(job, DEFAULT_SETTINGS, NOW_MS)).toEqual({
      nowMs: NOW_MS,
      fields: [],
      historyDays: 30,
      lastSuccessAtMs: NOW_MS,
    });
  });
});

describe('withoutSettled', () => {
  it('leaves out days that can no longer change, unless they are wanted', async () => {
    await database.put('editions', edition({ date: day('2026-06-01') }));
    await database.put('editions', edition({ date: day('2026-06-09') }));
    const cursors = ['2026-06-09', '2026-06-01', '2026-05-29'].map((date) => dayCursor(day(date)));
    const dates = async (...isWanted: [(date: string) => boolean] | []) =>
      (await withoutSettled(database, hfDaily, cursors, ...isWanted)).map(({ date }) => date);
    expect(await dates()).toEqual(['2026-06-09', '2026-05-29']);
    expect(await dates((date) => date === '2026-06-01')).toHaveLength(3);
  });
});

let nowMs: number;
let historyMonths: Settings['historyMonths'];

beforeEach(() => {
  nowMs = NOW_MS;
  historyMonths = 12;
});

const refresh = (source = hfDaily) =>
  refreshHistory(source, {
    open: async () => database,
    settings: async () => ({ ...DEFAULT_SETTINGS, historyMonths }),
    now: () => nowMs,
  });
const job = () => findJob(database, 'hf-daily/history');
const done = { ...firstJob('hf-daily/history'), goalOn: day('2025-06-10'), stateAtMs: NOW_MS };

describe('the job of the history', () => {
  it('exists from the start, for the daily papers alone', async () => {
    await refresh(arxiv);
    expect(await job()).toBeUndefined();
    await refresh();
    expect(await job()).toMatchObject({ state: { kind: 'due' }, goalOn: '2025-06-10' });
  });

  it.each([
    ['all', '2023-05-04'],
    [36, '2023-06-10'],
    [40, '2023-05-04'],
    [2, '2026-04-10'],
  ] as const)('is planned anew for a history of %s months', async (months, goalOn) => {
    await putJob(database, { ...done, state: { kind: 'done', atMs: NOW_MS } });
    historyMonths = months;
    await refresh();
    expect(await job()).toMatchObject({ state: { kind: 'due' }, goalOn, queue: [] });
  });

  it('is left alone while its goal moves with the days', async () => {
    await putJob(database, { ...done, state: { kind: 'running', done: 1, total: 9 } });
    nowMs += 6 * DAY;
    await refresh();
    expect(await job()).toMatchObject({ state: { kind: 'running' }, goalOn: '2025-06-10' });
  });

  it('is due again a week after it was done, to look for missing days', async () => {
    await putJob(database, { ...done, state: { kind: 'done', atMs: NOW_MS } });
    nowMs += 7 * DAY + 1;
    await refresh();
    expect(await job()).toMatchObject({ state: { kind: 'due' } });
  });
});

const source = { newestOf: () => day('2026-01-05') };
const fill = { ...firstJob('arxiv/fill/cs.LG'), goalOn: day('2025-06-01') };

describe('historyStatus', () => {
  it('says how far a job has come: everything after its next request is there', () => {
    expect(historyStatus({ ...fill, queue: [{ kind: 'window' }] }, source)).toMatchObject({
      id: 'arxiv/fill/cs.LG',
      goalOn: '2025-06-01',
      reachedOn: '2026-01-06',
    });
  });

  it('has reached its goal when it is done, and nothing before it began', () => {
    expect(historyStatus({ ...fill, state: { kind: 'done', atMs: 5 } }, source)).toMatchObject({
      reachedOn: '2025-06-01',
    });
    expect(historyStatus(fill, source)).not.toHaveProperty('reachedOn');
  });

  it('is null for a daily sync', () => {
    expect(historyStatus(firstJob('arxiv'), source)).toBeNull();
  });
});
