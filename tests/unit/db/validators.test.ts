import { describe, expect, it } from 'vitest';
import { dropValidators, findValidators } from '../../../lib/db/validators';
import { freshDatabase } from '../../support/database';

describe('validators', () => {
  it('are given as the server wrote them', async () => {
    const database = await freshDatabase()();
    await database.put('validators', { url: 'https://a.org/', etag: 'W/"1"', storedAtMs: 5 });
    expect(await findValidators(database, 'https://a.org/')).toEqual({ etag: 'W/"1"' });
    expect(await findValidators(database, 'https://a.org/2')).toBeUndefined();
  });

  it('are forgotten when they are old', async () => {
    const database = await freshDatabase()();
    for (const storedAtMs of [4, 5]) await database.put('validators', { url: `${storedAtMs}`, storedAtMs });
    await dropValidators(database, 5);
    expect(await database.getAllKeys('validators')).toEqual(['5']);
  });
});
