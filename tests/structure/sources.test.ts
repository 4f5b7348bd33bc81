import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sources } from '../../lib/sources';
import { sourceBody, sourceFixtures } from '../support/feed/sources';

const root = resolve(import.meta.dirname, '../..');

describe('the table of sources', () => {
  it('is sorted by id, each id once', () => {
    const ids = sources.map(({ id }) => id);

    expect(ids, 'Sort `sources` in lib/sources/index.ts by id').toEqual([...new Set(ids)].toSorted());
  });

  it.each(sources)('has for $id a file, a test and fixtures named after it', ({ id }) => {
    for (const path of [
      `lib/sources/${id}/${id}.ts`,
      `tests/unit/sources/${id}/${id}.test.ts`,
      `tests/fixtures/sources/${id}`,
    ]) {
      expect(existsSync(resolve(root, path)), `Add ${path}: a source is named after its id`).toBe(true);
    }
    expect(
      sourceFixtures(id).length,
      `Describe a body in tests/fixtures/sources/${id}/expected.json`,
    ).toBeGreaterThan(0);
    for (const { file } of sourceFixtures(id)) expect(sourceBody(id, file)).not.toBe('');
  });

  it.each(sources)(
    'asks of $id only hosts that it names, over https',
    ({ hosts, homepage, minIntervalMs, licence }) => {
      expect(hosts).toEqual([...hosts].toSorted());
      for (const host of hosts) expect(host).toMatch(/^https:\/\/[a-z.]+\/\*$/);
      expect(homepage).toMatch(/^https:\/\//);
      expect(minIntervalMs).toBeGreaterThanOrEqual(200);
      expect(licence).not.toBe('');
    },
  );

  it('knows each cursor as its own: another source refuses it', async () => {
    const { signal } = new AbortController();
    const refuse = () => Promise.reject(new Error('Nothing may be asked'));
    const context = { nowMs: 0, categories: ['cs.LG'], historyDays: 1 };
    for (const source of sources) {
      for (const other of sources) {
        for (const cursor of source === other ? [] : other.plan(context)) {
          await expect(source.fetchPage(cursor, refuse, signal)).rejects.toThrow(`cursor of ${source.id}`);
        }
      }
    }
  });
});
