import { describe, expect, it } from 'vitest';
import { type JobState, nextRunAtMs } from '../../../lib/model/job';

describe('nextRunAtMs', () => {
  it.each<[JobState, number | null]>([
    [{ kind: 'off' }, null],
    [{ kind: 'due' }, null],
    [{ kind: 'running', done: 1, total: 2 }, null],
    [{ kind: 'waiting', reason: 'schedule', untilMs: 5 }, 5],
    [{ kind: 'waiting', reason: 'paused' }, null],
    [{ kind: 'done', atMs: 5 }, null],
    [{ kind: 'failed', code: 'timeout', retryAtMs: 7, atMs: 5 }, 7],
  ])('of %j is %j', (state, expected) => {
    expect(nextRunAtMs(state)).toBe(expected);
  });
});
