import { describe, expect, it, vi } from 'vitest';
import type { HttpGet } from '../../../lib/http';
import { createPacedGet } from '../../../lib/services/paced-get';
import { fakeSource } from '../../support/fake-source';

const options = { signal: new AbortController().signal, accept: '*/*' };

function pacedWorld() {
  const log: string[] = [];
  const ends: (() => void)[] = [];
  let endSlow: () => void = () => undefined;
  const get: HttpGet = async (url) => {
    log.push(url);
    if (url.endsWith('/fails')) throw new Error('refused');
    if (url.endsWith('/slow')) await new Promise<void>((resolve) => (endSlow = resolve));
    return url;
  };
  const wait = (durationMs: number) =>
    new Promise<void>((resolve) => {
      log.push(`pause ${durationMs}`);
      ends.push(resolve);
    });
  const source = {
    ...fakeSource({ id: 'arxiv', minIntervalMs: 3000, answers: new Map() }),
    hosts: ['https://a.org/*', 'https://b.a.org/*'],
  };
  return {
    log,
    endPause: () => ends.shift()?.(),
    endSlow: () => endSlow(),
    paced: createPacedGet(get, [source], wait),
  };
}

describe('createPacedGet', () => {
  it('keeps the pause between two requests to any host of a source', async () => {
    const { log, endPause, paced } = pacedWorld();
    const answers = Promise.all([paced('https://a.org/1', options), paced('https://b.a.org/2', options)]);
    await Promise.resolve();
    expect(log).toEqual(['pause 3000', 'https://a.org/1']);

    endPause();
    expect(await answers).toEqual(['https://a.org/1', 'https://b.a.org/2']);
  });

  it('keeps it after a failure, too', async () => {
    const { log, endPause, paced } = pacedWorld();
    await expect(paced('https://a.org/fails', options)).rejects.toThrow('refused');
    const next = paced('https://a.org/2', options);
    await Promise.resolve();
    expect(log).toEqual(['pause 3000', 'https://a.org/fails']);
    endPause();
    expect(await next).toBe('https://a.org/2');
  });

  it('opens no second connection while the first request lasts', async () => {
    const { log, endPause, endSlow, paced } = pacedWorld();
    const slow = paced('https://a.org/slow', options);
    const next = paced('https://b.a.org/2', options);
    await vi.waitFor(() => expect(log).toContain('https://a.org/slow'));
    endPause();
    await new Promise((resolve) => setTimeout(resolve));
    expect(log).toEqual(['pause 3000', 'https://a.org/slow']);

    endSlow();
    expect(await Promise.all([slow, next])).toEqual(['https://a.org/slow', 'https://b.a.org/2']);
  });

  it('lets a caller go who gives up before its turn', async () => {
    const { paced } = pacedWorld();
    void paced('https://a.org/slow', options);
    const stop = new AbortController();
    const given = paced('https://a.org/2', { ...options, signal: stop.signal });
    stop.abort(new Error('stopped'));
    await expect(given).rejects.toThrow('stopped');
  });

  it('lets requests to other hosts pass', async () => {
    const { log, paced } = pacedWorld();
    await Promise.all([paced('https://c.org/1', options), paced('https://not-a.org/2', options)]);
    expect(log).toEqual(['https://c.org/1', 'https://not-a.org/2']);
  });
});
