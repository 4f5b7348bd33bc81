import { beforeEach, describe, expect, it } from 'vitest';
import { allOrNothing } from '../../../lib/db/all-or-nothing';
import type { Database } from '../../../lib/db/open';
import { allSaved } from '../../../lib/db/saved';
import { savedPaper } from '../../support/builders';
import { freshDatabase } from '../../support/database';

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
