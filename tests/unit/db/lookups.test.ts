import { describe, expect, it } from 'vitest';
import { findLookup, putLookup } from '../../../lib/db/lookups';
import { facts, NOW_MS, paperKey } from '../../support/builders';
import { failWrites, freshDatabase } from '../../support/database';

const key = paperKey('arxiv:2606.00001');

describe('lookups', () => {
  it('remember what an API said, and that it said nothing', async () => {
    const database = await freshDatabase()();
    await putLookup(database, { key, facts: facts(), fetchedAtMs: NOW_MS });
    await putLookup(database, { key: paperKey('arxiv:2606.00002'), fetchedAtMs: NOW_MS });

    expect(await findLookup(database, key)).toMatchObject({ facts: facts() });
    expect(await findLookup(database, paperKey('arxiv:2606.00002'))).not.toHaveProperty('facts');
    expect(await findLookup(database, paperKey('arxiv:2606.00003'))).toBeUndefined();
  });

  it('fail with a code when the disk is full', async () => {
    const database = await freshDatabase()();
    const heal = failWrites('lookups');
    await expect(putLookup(database, { key, fetchedAtMs: NOW_MS })).rejects.toMatchObject({
      code: 'storage-full',
    });
    heal();
  });
});
