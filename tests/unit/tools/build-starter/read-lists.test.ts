import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NetworkError } from '../../../../lib/errors';
import type { HttpGet } from '../../../../lib/http';
import { type DayList, readLiveLists, readRecordedLists } from '../../../../tools/build-starter/read-lists';
import { day } from '../../../support/builders';

describe('readRecordedLists', () => {
  it('reads the days of a folder, oldest first', () => {
    const folder = mkdtempSync(join(tmpdir(), 'starter-'));
    mkdirSync(join(folder, 'hf-daily'));
    writeFileSync(join(folder, 'hf-daily/2026-06-09.json'), '[{"paper":{}}]');
    writeFileSync(join(folder, 'hf-daily/2026-06-08.json'), '[]');
    writeFileSync(join(folder, 'hf-daily/README.md'), 'not a list');

    expect(readRecordedLists(folder)).toEqual([
      { date: '2026-06-08', items: [] },
      { date: '2026-06-09', items: [{ paper: {} }] },
    ]);
  });

  it('reports a folder without lists', () => {
    const folder = mkdtempSync(join(tmpdir(), 'starter-'));
    mkdirSync(join(folder, 'hf-daily'));

    expect(() => readRecordedLists(folder)).toThrow('There are no lists');
  });
});

async function live(get: HttpGet, first = '2026-06-05') {
  const waits: number[] = [];
  const lists: DayList[] = [];
  const wait = async (durationMs: number) => void waits.push(durationMs);
  const options = { get, wait, now: () => 0, today: day('2026-06-08'), first: day(first) };
  for await (const list of readLiveLists(options)) lists.push(list);
  return { lists, waits };
}

describe('readLiveLists', () => {
  it('asks for each weekday, newest first, with a pause before each request', async () => {
    const asked: string[] = [];
    const { lists, waits } = await live(async (url) => {
      asked.push(new URL(url).search);
      return url.includes('06-05') ? '[]' : '[{}]';
    });

    expect(asked).toEqual(['?date=2026-06-08&limit=100&p=0', '?date=2026-06-05&limit=100&p=0']);
    expect(lists).toEqual([{ date: '2026-06-08', items: [{}] }]);
    expect(waits).toEqual([700, 700]);
  });

  it('asks for the next page of a full one', async () => {
    const full = JSON.stringify(Array.from({ length: 100 }, () => ({})));
    const { lists } = await live(async (url) => (url.endsWith('p=0') ? full : '[{}]'), '2026-06-08');

    expect(lists[0]?.items).toHaveLength(101);
  });

  it('waits as long as the server says, and tries again', async () => {
    let tries = 0;
    const { lists, waits } = await live(async () => {
      tries++;
      if (tries === 1) throw new NetworkError('rate-limited', 'slow down', { retryAtMs: 60_000 });
      return '[{}]';
    }, '2026-06-08');

    expect(lists).toHaveLength(1);
    expect(waits).toEqual([700, 60_000, 700]);
  });

  it('treats a day that the server does not know as a day without a list', async () => {
    const { lists } = await live(async () => {
      throw new NetworkError('not-found', 'no such day');
    }, '2026-06-08');

    expect(lists).toEqual([]);
  });

  it('gives up if the server keeps failing, rather than make half a feed', async () => {
    const broken = live(async () => {
      throw new NetworkError('server-error', 'broken');
    });

    await expect(broken).rejects.toThrow('broken');
  });
});
