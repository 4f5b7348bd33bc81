import { describe, expect, it } from 'vitest';
import { findServer, updateServer } from '../../../lib/db/servers';
import { failWrites, freshDatabase } from '../../support/database';

describe('servers', () => {
  it('are changed field by field, in one piece', async () => {
    const database = await freshDatabase()();
    expect(await findServer(database, 'arxiv')).toBeUndefined();
    await Promise.all([
      updateServer(database, 'arxiv', { lastRequestAtMs: 5 }),
      updateServer(database, 'arxiv', { restUntilMs: 7 }),
    ]);
    expect(await findServer(database, 'arxiv')).toEqual({
      source: 'arxiv',
      lastRequestAtMs: 5,
      restUntilMs: 7,
    });
  });

  it('fail with a code when the disk is full', async () => {
    const database = await freshDatabase()();
    const heal = failWrites('servers');
    await expect(updateServer(database, 'arxiv', {})).rejects.toMatchObject({ code: 'storage-full' });
    heal();
  });
});
