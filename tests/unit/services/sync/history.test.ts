import { beforeEach, describe, expect, it } from 'vitest';
import { findJob, putJob } from '../../../../lib/db/sync';
import type { OpenDatabase } from '../../../../lib/db/open';
import { DAY } from '../../../../lib/model/dates';
import { refreshHistory, historyStatus } from '../../../../lib/services/sync/history';
import { firstJob } from '../../../../lib/services/sync/job';
import { DEFAULT_SETTINGS, type Settings } from '../../../../lib/settings/settings';
import { arxiv } from '../../../../lib/sources/arxiv/arxiv';
import { hfDaily } from '../../../../lib/sources/hf-daily/hf-daily';
import { day, NOW_MS } from '../../../support/builders';
import { freshDatabase } from '../../../support/database';

let open: OpenDatabase;
let nowMs: number;
let historyMonths: Settings['historyMonths'];

beforeEach(() => {
  open = freshDatabase();
  nowMs = NOW_MS;
  historyMonths = 12;
});

const refresh = (source = hfDaily) =>
  refreshHistory(source, {
    open,
    settings: async () => ({ ...DEFAULT_SETTINGS, historyMonths }),
    now: () => nowMs,
  });
const job = async () => findJob(await open(), 'hf-daily/history');
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
    await putJob(await open(), { ...done, state: { kind: 'done', atMs: NOW_MS } });
    historyMonths = months;
    await refresh();
    expect(await job()).toMatchObject({ state: { kind: 'due' }, goalOn, queue: [] });
  });

  it('is left alone while its goal moves with the days', async () => {
    await putJob(await open(), { ...done, state: { kind: 'running', done: 1, total: 9 } });
    nowMs += 6 * DAY;
    await refresh();
    expect(await job()).toMatchObject({ state: { kind: 'running' }, goalOn: '2025-06-10' });
  });

  it('is due again a week after it was done, to look for missing days', async () => {
    await putJob(await open(), { ...done, state: { kind: 'done', atMs: NOW_MS } });
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
