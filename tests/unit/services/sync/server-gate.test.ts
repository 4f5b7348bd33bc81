import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenDatabase } from '../../../../lib/db/open';
import { findServer } from '../../../../lib/db/sync';
import { NetworkError, ParseError } from '../../../../lib/errors';
import type { HttpGet } from '../../../../lib/http';
import { MINUTE, DAY, HOUR } from '../../../../lib/model/dates';
import {
  createServerGate,
  pauseBeforeMs,
  restAfter,
  restOf,
} from '../../../../lib/services/sync/server-gate';
import { arxiv } from '../../../../lib/sources/arxiv/arxiv';
import { NOW_MS } from '../../../support/builders';
import { failWrites, freshDatabase } from '../../../support/database';

const options = { signal: new AbortController().signal, accept: '*/*' };
const RSS = 'https://rss.arxiv.org/rss/cs.LG';
const API = 'https://export.arxiv.org/api/query?id_list=1';

let open: OpenDatabase;
let nowMs: number;
let log: (readonly [url: string, atMs: number])[];
let answer: (url: string) => Promise<string>;

beforeEach(() => {
  open = freshDatabase();
  nowMs = NOW_MS;
  log = [];
  answer = async (url) => url;
  vi.spyOn(console, 'error').mockReturnValue();
});

/** A worker just started: nothing in memory. */
function start() {
  const get: HttpGet = (url) => {
    log.push([url, nowMs]);
    return answer(url);
  };
  const wait = async (durationMs: number) => {
    nowMs += durationMs;
  };
  return createServerGate({ open, get, sources: [arxiv], now: () => nowMs, wait });
}

const times = () => log.map(([, atMs]) => atMs - NOW_MS);

describe('the gate', () => {
  it('keeps the pause between two requests to any host of a source', async () => {
    const { get } = start();
    expect(await Promise.all([get(RSS, options), get(API, options), get(RSS, options)])).toEqual([
      RSS,
      API,
      RSS,
    ]);
    expect(times()).toEqual([0, 3000, 6000]);
  });

  it('keeps it after a failure, and across a restart of the worker', async () => {
    answer = () => Promise.reject(new NetworkError('network', 'reset'));
    await expect(start().get(RSS, options)).rejects.toMatchObject({ code: 'network' });
    nowMs += 500;
    await expect(start().get(API, options)).rejects.toMatchObject({ code: 'network' });
    expect(times()).toEqual([0, 3000]);
  });

  it('opens no second connection while the first request lasts', async () => {
    let end = (): void => undefined;
    answer = (url) =>
      url === RSS ? new Promise((resolve) => (end = () => resolve(url))) : Promise.resolve(url);
    const { get } = start();
    const both = Promise.all([get(RSS, options), get(API, options)]);
    await expect.poll(() => log).toHaveLength(1);
    await get('https://a.org/', options); // Another server has answered; this one's second request still waits.
    expect(log.map(([url]) => url)).toEqual([RSS, 'https://a.org/']);

    end();
    expect(await both).toEqual([RSS, API]);
  });

  it('releases a caller that aborts before its turn, and makes no request for it', async () => {
    answer = () => new Promise(() => undefined);
    const { get } = start();
    void get(RSS, options);
    await expect.poll(() => log).toHaveLength(1);
    const stop = new AbortController();
    const given = get(API, { ...options, signal: stop.signal });
    stop.abort(new Error('stopped'));
    await expect(given).rejects.toThrow('stopped');
    expect(log).toHaveLength(1);
  });

  it('lets requests to other hosts pass', async () => {
    const { get } = start();
    await Promise.all([get('https://a.org/', options), get('https://not-rss.arxiv.org/', options)]);
    expect(times()).toEqual([0, 0]);
  });

  it('makes no request in the quiet hour, not even after a wait that reached into it', async () => {
    nowMs = Date.parse('2026-06-10T23:59:58Z');
    const { get, restOf } = start();
    await get(RSS, options);
    const untilMs = Date.parse('2026-06-11T01:00:00Z');
    await expect(get(API, options)).rejects.toMatchObject({ code: 'not-now', reason: 'quiet-hour', untilMs });
    expect(log).toHaveLength(1);
    expect(await restOf(arxiv)).toEqual({ reason: 'quiet-hour', untilMs });
  });

  it.each<[string, () => Promise<string>]>([
    ['a 429', () => Promise.reject(new NetworkError('rate-limited', 'HTTP 429'))],
    ['a refusal with status 200', () => Promise.resolve('Rate exceeded.')],
  ])('leaves a server alone after %s, across a restart, whoever asks', async (_, refuse) => {
    answer = refuse;
    const untilMs = NOW_MS + 10 * MINUTE;
    await expect(start().get(RSS, options)).rejects.toMatchObject({
      code: 'rate-limited',
      retryAtMs: untilMs,
    });
    answer = async (url) => url;
    nowMs = untilMs - 1;
    await expect(start().get(API, options)).rejects.toMatchObject({
      code: 'not-now',
      reason: 'server',
      untilMs,
    });
    nowMs = untilMs;
    expect(await start().get(API, options)).toBe(API);
    expect(log).toHaveLength(2);
  });

  it('keeps the pause in memory when it cannot be stored', async () => {
    const heal = failWrites('servers');
    const { get } = start();
    await get(RSS, options);
    await get(API, options);
    heal();
    expect(times()).toEqual([0, 3000]);
    expect(await findServer(await open(), 'arxiv')).toBeUndefined();
  });
});

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
      'a rest noted in the future (the clock moved back)',
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
