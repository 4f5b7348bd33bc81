import { beforeEach, describe, expect, it, vi } from 'vitest';
import { allOrNothing, countPapers } from '../../../lib/db/transactions';
import { clearFeed, commitFeed } from '../../../lib/db/feed';
import type { Database } from '../../../lib/db/open';
import { allSaved } from '../../../lib/db/saved';
import { facts, savedPaper } from '../../support/builders';
import { freshDatabase } from '../../support/database';
import { commitOf } from '../../support/related/feed-index';

let database: Database;

beforeEach(async () => {
  database = await freshDatabase()();
});

const write = () => database.transaction('saved', 'readwrite');

describe('allOrNothing', () => {
  it('gives what the work gives, once it is stored', async () => {
    const transaction = write();
    const key = await allOrNothing(transaction, () => transaction.store.put(savedPaper()));
    expect(key).toBe('arxiv:2606.00001');
    expect(await allSaved(database)).toHaveLength(1);
  });

  it('stores nothing when the work throws after a write', async () => {
    const transaction = write();
    const written = allOrNothing(transaction, async () => {
      await transaction.store.put(savedPaper());
      throw new TypeError('a bug');
    });
    await expect(written).rejects.toMatchObject({ code: 'storage', cause: { message: 'a bug' } });
    expect(await allSaved(database)).toEqual([]);
  });

  it('fails when the transaction is aborted after the last write', async () => {
    const transaction = write();
    const written = allOrNothing(transaction, async () => {
      await transaction.store.put(savedPaper());
      transaction.abort();
    });
    await expect(written).rejects.toMatchObject({ code: 'storage' });
    expect(await allSaved(database)).toEqual([]);
  });
});

it('counts again after each change, and only then', async () => {
  const counting = vi.spyOn(IDBObjectStore.prototype, 'count');
  expect(await countPapers(database)).toBe(0);
  await commitFeed(database, commitOf([facts()], { source: 'arxiv' }), () => []);
  expect(await countPapers(database)).toBe(1);
  expect(await countPapers(database)).toBe(1);
  expect(counting).toHaveBeenCalledTimes(2);
  expect([await countPapers(database, 'arxiv'), await countPapers(database, 'hf-daily')]).toEqual([1, 0]);
  await clearFeed(database);
  expect(await countPapers(database)).toBe(0);
});
