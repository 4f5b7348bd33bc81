import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../../../lib/model/dates';
import type { JobId } from '../../../../lib/model/feed/job';
import { type Circumstances, deferralOf, connection } from '../../../../lib/services/sync/deferral';
import { NOW_MS } from '../../../support/builders';

const free: Circumstances = {
  nowMs: NOW_MS,
  connection: 'online',
  rest: null,
  isHistoryPaused: false,
  papers: 10,
  maxPapers: 1000,
  isForced: false,
};
const rest = { reason: 'server', untilMs: NOW_MS + HOUR } as const;

describe('deferralOf', () => {
  it.each<[JobId, Partial<Circumstances>, string | null]>([
    ['hf-daily', {}, null],
    ['hf-daily', { connection: 'offline' }, 'offline'],
    ['hf-daily', { connection: 'data-saver' }, 'data-saver'],
    ['hf-daily', { connection: 'data-saver', isForced: true }, null],
    ['hf-daily', { connection: 'offline', isForced: true }, null],
    ['hf-daily', { rest }, 'server'],
    ['hf-daily', { rest, isForced: true }, 'server'],
    ['hf-daily', { isHistoryPaused: true }, null],
    ['hf-daily', { papers: 1000 }, null],
    ['hf-daily/history', {}, null],
    ['hf-daily/history', { isHistoryPaused: true, isForced: true }, 'paused'],
    ['hf-daily/history', { papers: 1000 }, 'budget'],
    ['arxiv/fill/cs.LG', { rest }, 'server'],
  ])('%s with %j: %j', (id, circumstances, reason) => {
    expect(deferralOf(id, { ...free, ...circumstances })?.reason ?? null).toBe(reason);
  });

  it('says until when, if a clock ends it', () => {
    expect(deferralOf('arxiv', { ...free, rest })).toEqual({ kind: 'waiting', ...rest });
    expect(deferralOf('arxiv', { ...free, connection: 'offline' })).toMatchObject({
      untilMs: NOW_MS + 15 * MINUTE,
    });
    expect(deferralOf('hf-daily/history', { ...free, isHistoryPaused: true })).not.toHaveProperty('untilMs');
  });
});

describe('connection', () => {
  it.each([
    [{ onLine: true }, 'online'],
    [{}, 'online'],
    [{ onLine: false, connection: { saveData: true } }, 'offline'],
    [{ onLine: true, connection: { saveData: true } }, 'data-saver'],
    [{ onLine: true, connection: { saveData: false } }, 'online'],
    [{ onLine: true, connection: {} }, 'online'],
  ])('of %j is %s', (navigator, expected) => {
    expect(connection(navigator)).toBe(expected);
  });
});
