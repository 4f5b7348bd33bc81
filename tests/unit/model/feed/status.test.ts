import { describe, expect, it } from 'vitest';
import { HOUR } from '../../../../lib/model/dates';
import { feedProblem, isStale, lastSyncedAtMs, syncProgress } from '../../../../lib/model/feed/status';
import { NOW_MS } from '../../../support/builders';
import { feedStatus, sourceStatus } from '../../../support/ui/papers';

const running = (done: number, total: number) => sourceStatus({ kind: 'running', done, total });
const failed = sourceStatus({ kind: 'failed', code: 'timeout', retryAtMs: NOW_MS + HOUR, atMs: NOW_MS });

describe('syncProgress', () => {
  it('adds up the sources that run', () => {
    expect(syncProgress(feedStatus([running(2, 10), sourceStatus(), running(1, 5)]))).toEqual({
      done: 3,
      total: 15,
    });
  });

  it('gives null when none runs', () => {
    expect(syncProgress(feedStatus([sourceStatus(), failed]))).toBeNull();
  });
});

describe('lastSyncedAtMs', () => {
  it('takes the source that is furthest behind', () => {
    const behind = sourceStatus(undefined, { source: 'arxiv', lastSuccessAtMs: NOW_MS - 9 * HOUR });
    expect(lastSyncedAtMs(feedStatus([sourceStatus(), behind]))).toBe(NOW_MS - 9 * HOUR);
    expect(lastSyncedAtMs(feedStatus([sourceStatus(), behind]), 'hf-daily')).toBe(NOW_MS - 2 * HOUR);
  });

  it('leaves out sources that are off', () => {
    const off = sourceStatus({ kind: 'off' }, { source: 'arxiv', lastSuccessAtMs: 1 });
    expect(lastSyncedAtMs(feedStatus([sourceStatus(), off]))).toBe(NOW_MS - 2 * HOUR);
  });

  it('gives null before the first sync', () => {
    const { lastSuccessAtMs: _, ...fresh } = sourceStatus();
    expect(lastSyncedAtMs(feedStatus([fresh]))).toBeNull();
  });
});

describe('isStale', () => {
  it.each([
    [36 * HOUR, false],
    [36 * HOUR + 1, true],
  ])('tells whether %d ms are too long ago: %j', (ageMs, expected) => {
    const status = feedStatus([sourceStatus(undefined, { lastSuccessAtMs: NOW_MS - ageMs })]);
    expect(isStale(status, NOW_MS)).toBe(expected);
  });
});

describe('feedProblem', () => {
  it('gives the first failed source', () => {
    expect(feedProblem(feedStatus([sourceStatus(), failed]))).toEqual({
      code: 'timeout',
      retryAtMs: NOW_MS + HOUR,
    });
  });

  it('looks at one source when asked', () => {
    expect(feedProblem(feedStatus([failed]), 'arxiv')).toBeNull();
  });
});
