import { expect, it } from 'vitest';
import { findRanking } from '../../../lib/db/rankings';
import { NOW_MS } from '../../support/builders';
import { freshDatabase } from '../../support/database';

it('a ranking is found by its source', async () => {
  const database = await freshDatabase()();
  const ranking = { source: 'hf-daily', papers: [], fetchedAtMs: NOW_MS } as const;
  await database.put('rankings', ranking);
  expect(await findRanking(database, 'hf-daily')).toEqual(ranking);
  expect(await findRanking(database, 'arxiv')).toBeUndefined();
});
