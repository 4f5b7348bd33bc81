import { describe, expect, it } from 'vitest';
import { DATABASE_VERSION } from '../../../lib/db/migrations';
import { freshDatabase } from '../../support/database';

describe('the schema after all migrations', () => {
  it('has the key and indexes of each store', async () => {
    const database = await freshDatabase()();
    const transaction = database.transaction([...database.objectStoreNames]);
    const shape = [...database.objectStoreNames].map((name) => {
      const store = transaction.objectStore(name);
      return [name, store.keyPath, [...store.indexNames]];
    });
    expect(shape).toEqual([
      ['editions', ['source', 'date'], []],
      ['jobs', 'source', []],
      ['lookups', 'key', []],
      ['papers', 'key', ['identity', 'source']],
      ['saved', 'key', []],
    ]);
    expect(database.version).toBe(DATABASE_VERSION);
  });
});
