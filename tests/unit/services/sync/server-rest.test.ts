import { describe, expect, it } from 'vitest';
import { NetworkError, ParseError } from '../../../../lib/errors';
import { DAY, HOUR, MINUTE } from '../../../../lib/model/dates';
import { pauseBeforeMs, restAfter, restOf } from '../../../../lib/services/sync/server-rest';
import { NOW_MS } from '../../../support/builders';

const server = { source: 'arxiv', lastRequestAtMs: 0 } as const;

describe('restOf', () => {
  it.each([
    ['no rest', server, null],
    [
      'a rest to come to its end',
      { ...server, restUntilMs: NOW_MS + HOUR, restSetAtMs: NOW_MS },
      NOW_MS + HOUR,
    ],
    ['a rest that is over', { ...server, restUntilMs: NOW_MS, restSetAtMs: NOW_MS - HOUR }, null],
    [
      'a rest that was set by a clock put back since',
      { ...server, restUntilMs: NOW_MS + HOUR, restSetAtMs: NOW_MS + MINUTE },
      null,
    ],
    ['a rest longer than any', { ...server, restUntilMs: NOW_MS + 2 * DAY, restSetAtMs: NOW_MS }, null],
    ['a server never asked', undefined, null],
  ])('of %s', (_, known, untilMs) => {
    const expected = untilMs === null ? null : { reason: 'server', untilMs };
    expect(restOf({}, known, NOW_MS)).toEqual(expected);
  });

  it('is the quiet hour of the source, before all else', () => {
    const quiet = { quietUntilMs: () => NOW_MS + MINUTE };
    expect(restOf(quiet, server, NOW_MS)).toEqual({ reason: 'quiet-hour', untilMs: NOW_MS + MINUTE });
  });
});

describe('restAfter', () => {
  const error = (code: 'rate-limited' | 'server-error', retryAtMs?: number) =>
    new NetworkError(code, code, retryAtMs === undefined ? {} : { retryAtMs });
  it.each([
    ['a 429 that does not say for how long', error('rate-limited'), NOW_MS + 10 * MINUTE],
    ['a 429 that would have us back at once', error('rate-limited', NOW_MS + 1), NOW_MS + 10 * MINUTE],
    ['a 429 that asks for an hour', error('rate-limited', NOW_MS + HOUR), NOW_MS + HOUR],
    ['a 503 that asks for an hour', error('server-error', NOW_MS + HOUR), NOW_MS + HOUR],
    ['a 503 that asks for nothing', error('server-error'), null],
    ['HTML', new ParseError('HTML'), null],
  ])('%s', (_, failure, expected) => {
    expect(restAfter(failure, NOW_MS)).toBe(expected);
  });
});

describe('pauseBeforeMs', () => {
  it.each([
    ['just after a request', NOW_MS, 3000],
    ['a second later', NOW_MS - 1000, 2000],
    ['long after', NOW_MS - HOUR, 0],
    ['after a request in the future', NOW_MS + DAY, 3000],
  ])('%s', (_, lastMs, expected) => {
    expect(pauseBeforeMs(3000, lastMs, NOW_MS)).toBe(expected);
  });
});
