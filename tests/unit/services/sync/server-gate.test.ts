import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenDatabase } from '../../../../lib/db/open';
import { findServer } from '../../../../lib/db/sync';
import { NetworkError } from '../../../../lib/errors';
import type { HttpGet } from '../../../../lib/http';
import { MINUTE } from '../../../../lib/model/dates';
import { createServerGate } from '../../../../lib/services/sync/server-gate';
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

  it('keeps it after a failure, and over a restart of the worker', async () => {
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
    await vi.waitFor(() => expect(log).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(log).toHaveLength(1);

    end();
    expect(await both).toEqual([RSS, API]);
  });

  it('lets a caller go who gives up before its turn, and makes no request for it', async () => {
    answer = () => new Promise(() => undefined);
    const { get } = start();
    void get(RSS, options);
    await vi.waitFor(() => expect(log).toHaveLength(1));
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

  it('makes no request in the quiet hour, not even when it waited into it', async () => {
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
  ])('leaves a server alone after %s, over a restart, whoever asks', async (_, refuse) => {
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
