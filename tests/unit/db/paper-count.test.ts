import { expect, it, vi } from 'vitest';
import { clearFeed, commitFeed } from '../../../lib/db/feed';
import { countPapers } from '../../../lib/db/paper-count';
import { facts, NOW_MS } from '../../support/builders';
import { freshDatabase } from '../../support/database';

it('counts anew after each change, and only then', async () => {
  const database = await freshDatabase()();
  const counting = vi.spyOn(IDBObjectStore.prototype, 'count');
  expect(await countPapers(database)).toBe(0);
  const provenance = { source: 'arxiv', fetchedAtMs: NOW_MS, link: 'https://example.org/' } as const;
  const records = [{ facts: facts(), provenance }];
  await commitFeed(database, { source: 'arxiv', records, nowMs: NOW_MS }, () => []);
  expect(await countPapers(database)).toBe(1);
  expect(await countPapers(database)).toBe(1);
  expect(counting).toHaveBeenCalledTimes(2);
  expect([await countPapers(database, 'arxiv'), await countPapers(database, 'hf-daily')]).toEqual([1, 0]);
  await clearFeed(database);
  expect(await countPapers(database)).toBe(0);
});
