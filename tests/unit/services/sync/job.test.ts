import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Job } from '../../../../lib/db/schema';
import { DAY, HOUR, MINUTE } from '../../../../lib/model/dates';
import type { JobState } from '../../../../lib/model/feed/job';
import type { FeedErrorCode } from '../../../../lib/model/feed/request';
import {
  advance,
  beginRun,
  dueAtMs,
  fail,
  finishRun,
  firstJob,
  isDue,
  isServerInTrouble,
  isSettled,
  REFRESH_MS,
  retryAt,
} from '../../../../lib/services/sync/job';
import { day, edition, NOW_MS } from '../../../support/builders';
import { cursor } from '../../../support/feed/fake-source';

function job(overrides: Partial<Job> = {}): Job {
  return { ...firstJob('hf-daily'), plannedAtMs: NOW_MS, ...overrides };
}

const queueOf = (...names: string[]) => names.map(cursor);
const runningJob = job({ state: { kind: 'running', done: 2, total: 4 }, queue: queueOf('a', 'b'), done: 2 });
const idle = (untilMs: number): JobState => ({ kind: 'waiting', reason: 'schedule', untilMs });
const failed = (retryAtMs: number): JobState => ({
  kind: 'failed',
  code: 'network',
  retryAtMs,
  atMs: NOW_MS,
});

describe('isDue', () => {
  it.each<[string, JobState, boolean]>([
    ['a source that is off', { kind: 'off' }, false],
    ['a broken-off run', { kind: 'running', done: 0, total: 1 }, true],
    ['an idle job before its time', idle(NOW_MS + 1), false],
    ['an idle job at its time', idle(NOW_MS), true],
    ['a failed job before its retry', failed(NOW_MS + 6 * HOUR), false],
    ['a failed job at its retry', failed(NOW_MS), true],
    ['a server that asked for a day', failed(NOW_MS + DAY), false],
    ['a job that is due', { kind: 'due' }, true],
    ['a job that is done', { kind: 'done', atMs: NOW_MS }, false],
    ['a job that is paused', { kind: 'waiting', reason: 'paused' }, true],
  ])('for %s: %s', (_, state, expected) => {
    expect(isDue(job({ state }), NOW_MS)).toBe(expected);
  });

  it.each<[string, JobState, boolean]>([
    ['a clock that was put back since an idle state was set', idle(NOW_MS + MINUTE), true],
    ['a clock that was put back since a failure', failed(NOW_MS + MINUTE), true],
    ['a job that is done, whatever the clock', { kind: 'done', atMs: NOW_MS + DAY }, false],
  ])('for %s: %s', (_, state, expected) => {
    expect(isDue(job({ state, stateAtMs: NOW_MS + HOUR }), NOW_MS)).toBe(expected);
  });

  it('checks every reason to wait again, except the schedule', () => {
    const state: JobState = { kind: 'waiting', reason: 'offline', untilMs: NOW_MS + MINUTE };
    expect(isDue(job({ state, stateAtMs: NOW_MS }), NOW_MS)).toBe(true);
    expect(dueAtMs(job({ state, stateAtMs: NOW_MS }), NOW_MS)).toBe(NOW_MS + MINUTE);
  });
});

describe('isServerInTrouble', () => {
  it.each<[JobState, boolean]>([
    [failed(NOW_MS), true],
    [{ kind: 'failed', code: 'wrong-format', retryAtMs: NOW_MS, atMs: NOW_MS }, false],
    [idle(NOW_MS), false],
  ])('%j: %j', (state, expected) => {
    expect(isServerInTrouble(job({ state }))).toBe(expected);
  });
});

describe('beginRun', () => {
  const plan = () => queueOf('new', 'b');

  it('plans when nothing is left', () => {
    const begun = beginRun(job({ state: idle(NOW_MS), done: 9, plannedAtMs: 0 }), plan, NOW_MS);
    expect(begun).toMatchObject({
      queue: plan(),
      done: 0,
      plannedAtMs: NOW_MS,
      state: { kind: 'running', done: 0, total: 2 },
    });
  });

  it('goes on with what is left and, at the end, with what was skipped', () => {
    const begun = beginRun({ ...runningJob, skipped: queueOf('x'), skipCode: 'wrong-format' }, plan, NOW_MS);
    expect(begun).toMatchObject({ queue: queueOf('a', 'b', 'x'), skipped: [], state: { done: 1, total: 4 } });
    expect(begun).not.toHaveProperty('skipCode');
  });

  it.each([
    ['long ago', NOW_MS - REFRESH_MS],
    ['by a clock that was put back', NOW_MS + MINUTE],
  ])('plans anew before the rest of a run that was planned %s', (_, plannedAtMs) => {
    const begun = beginRun({ ...runningJob, plannedAtMs }, plan, NOW_MS);
    expect(begun).toMatchObject({ queue: queueOf('new', 'b', 'a'), plannedAtMs: NOW_MS, done: 0 });
  });

  it('merely ends a run that stopped between its last answer and its end', () => {
    const stopped = job({ state: { kind: 'running', done: 3, total: 3 }, done: 3 });
    expect(beginRun(stopped, plan, NOW_MS)).toBe(stopped);
  });

  it('of the past goes on with its rest, however old, and is done when nothing is planned', () => {
    const past = { ...runningJob, id: 'hf-daily/history' as const, plannedAtMs: NOW_MS - 30 * DAY };
    expect(beginRun(past, plan, NOW_MS)).toMatchObject({ queue: queueOf('a', 'b'), done: 2 });
    const planned = beginRun({ ...past, state: { kind: 'due' }, queue: [] }, () => [], NOW_MS);
    expect(planned).toMatchObject({ state: { kind: 'done', atMs: NOW_MS }, stateAtMs: NOW_MS });
  });

  it('is off when there is nothing to ask for', () => {
    const begun = beginRun(job({ queue: queueOf('old'), plannedAtMs: 0 }), () => [], NOW_MS);
    expect(begun).toMatchObject({ state: { kind: 'off' }, queue: [] });
  });
});

describe('advance', () => {
  it('removes the first cursor and puts those that the answer asks for before the rest, each once', () => {
    const advanced = advance(
      { ...runningJob, failures: 3, dropped: [{ reason: 'no-id', count: 1 }] },
      {
        next: queueOf('c', 'b'),
        dropped: [
          { reason: 'no-id', count: 2 },
          { reason: 'no-title', count: 1 },
        ],
      },
    );
    expect(advanced).toMatchObject({
      queue: queueOf('c', 'b'),
      done: 3,
      failures: 0,
      state: { kind: 'running', done: 3, total: 5 },
      dropped: [
        { reason: 'no-id', count: 3 },
        { reason: 'no-title', count: 1 },
      ],
    });
  });
});

describe('fail', () => {
  const failure = (code: FeedErrorCode) => ({ code, fallback: [], atMs: NOW_MS });

  it.each<FeedErrorCode>([
    'empty-list',
    'http-error',
    'not-found',
    'too-large',
    'unexpected',
    'wrong-format',
  ])('goes on without a cursor after %s', (code) => {
    expect(fail(runningJob, failure(code))).toMatchObject({
      state: { kind: 'running', done: 3, total: 4 },
      queue: queueOf('b'),
      skipped: queueOf('a'),
      skipCode: code,
    });
  });

  it.each<FeedErrorCode>([
    'blocked',
    'network',
    'rate-limited',
    'server-error',
    'storage',
    'storage-full',
    'timeout',
  ])('keeps all pending requests after %s and waits', (code) => {
    const put = fail(runningJob, failure(code));
    expect(put).toMatchObject({
      queue: runningJob.queue,
      skipped: [],
      done: 2,
      failures: 1,
      state: { kind: 'failed', code, atMs: NOW_MS },
    });
    expect(dueAtMs(put, NOW_MS)).toBeGreaterThan(NOW_MS);
  });

  it('asks instead what the source names, each once', () => {
    const put = fail(runningJob, { ...failure('not-found'), fallback: queueOf('f', 'b') });
    expect(put).toMatchObject({ queue: queueOf('f', 'b'), skipped: [], state: { kind: 'running' } });
    expect(put).not.toHaveProperty('skipCode');
  });

  it('rests as long as the server says', () => {
    const serverSaysMs = NOW_MS + 2 * HOUR;
    const put = fail(runningJob, { ...failure('server-error'), serverSaysMs });
    expect(put).toMatchObject({ state: { retryAtMs: serverSaysMs } });
  });

  it('lets another request go first after the third failure in a row', () => {
    let put = runningJob;
    for (const _ of [1, 2]) put = fail(put, failure('server-error'));
    expect(put.queue).toEqual(queueOf('a', 'b'));
    expect(fail(put, failure('server-error')).queue).toEqual(queueOf('b', 'a'));
  });

  it('goes on without an unusable answer that is optional', () => {
    const put = fail(runningJob, { ...failure('not-found'), isOptional: true });
    expect(put).toMatchObject({ queue: queueOf('b'), skipped: [], state: { kind: 'running', done: 3 } });
  });

  it('fails without pending requests too', () => {
    expect(fail(job(), failure('wrong-format'))).toMatchObject({ state: { kind: 'failed' }, skipped: [] });
  });
});

describe('finishRun', () => {
  it('puts the job into the next state, stamped now', () => {
    expect(finishRun(job({ failures: 2 }), NOW_MS, idle(NOW_MS + HOUR))).toMatchObject({
      state: idle(NOW_MS + HOUR),
      stateAtMs: NOW_MS,
      failures: 0,
      lastSuccessAtMs: NOW_MS,
    });
  });

  it.each([
    [{ skipCode: 'not-found' as const }, 'not-found'],
    [{}, 'wrong-format'],
  ])('fails when answers were unusable: %j', (reason, code) => {
    const finished = finishRun(job({ skipped: queueOf('x'), ...reason }), NOW_MS, idle(NOW_MS));
    expect(finished).toMatchObject({ state: { kind: 'failed', code }, failures: 1, skipped: queueOf('x') });
    expect(finished).not.toHaveProperty('lastSuccessAtMs');
    expect(dueAtMs(finished, NOW_MS)).toBeGreaterThanOrEqual(NOW_MS + 10 * MINUTE);
  });
});

describe('isSettled', () => {
  it.each([
    ['2026-06-17T00:00:00Z', false],
    ['2026-06-17T00:00:01Z', true],
  ])('an edition of June 10 fetched at %s: %s', (fetched, expected) => {
    expect(isSettled(edition({ date: day('2026-06-10'), fetchedAtMs: Date.parse(fetched) }))).toBe(expected);
  });
});

const middle = () => 0.5;

describe('retryAt', () => {
  it.each([
    [1, MINUTE],
    [2, 2 * MINUTE],
    [5, 16 * MINUTE],
    [10, 6 * HOUR],
    [500, 6 * HOUR],
  ])('waits after failure %d for %d ms', (failures, waitMs) => {
    expect(retryAt(failures, NOW_MS, { random: middle })).toBe(NOW_MS + waitMs);
  });

  it.each([
    [0, 0.8],
    [1, 1.2],
  ])('spreads by a fifth: %d gives %d minutes', (random, minutes) => {
    expect(retryAt(1, NOW_MS, { random: () => random })).toBeCloseTo(NOW_MS + minutes * MINUTE, 3);
  });

  it('waits at least as long as the server says, and as the caller says', () => {
    expect(retryAt(1, NOW_MS, { random: middle, serverSaysMs: NOW_MS + DAY })).toBe(NOW_MS + DAY);
    expect(retryAt(1, NOW_MS, { random: middle, leastMs: 10 * MINUTE })).toBe(NOW_MS + 10 * MINUTE);
    expect(retryAt(1, NOW_MS, { random: middle, serverSaysMs: NOW_MS - DAY })).toBe(NOW_MS + MINUTE);
  });

  it('is never sooner than 48 s and without a server’s word never later than 7.2 h', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, random) => {
          const waitMs = retryAt(failures, 0, { random: () => random });
          expect(waitMs).toBeGreaterThanOrEqual(0.8 * MINUTE);
          expect(waitMs).toBeLessThanOrEqual(1.2 * 6 * HOUR + 1);
        },
      ),
    );
  });
});
