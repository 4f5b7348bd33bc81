import { beforeEach, describe, expect, it } from 'vitest';
import { commitFeed } from '../../../lib/db/feed';
import { findEdition } from '../../../lib/db/editions';
import type { Database } from '../../../lib/db/open';
import { commitStarter, findStarter } from '../../../lib/db/starter';
import { day, facts, NOW_MS } from '../../support/builders';
import { allPapers, failWrites, freshDatabase } from '../../support/database';
import { commitOf } from '../../support/related/feed-index';
import { starterStep } from '../../support/starter';

let database: Database;

beforeEach(async () => {
  database = await freshDatabase()();
});

describe('commitStarter', () => {
  it('stores papers, their list and the progress', async () => {
    const { papers } = await commitStarter(database, starterStep(1, 2), () => []);

    expect(papers.map(({ key }) => key)).toEqual(['arxiv:2606.00001', 'arxiv:2606.00002']);
    expect(await findEdition(database, 'hf-daily', day('2026-06-09'))).toEqual({
      source: 'hf-daily',
      date: '2026-06-09',
      papers: ['arxiv:2606.00001', 'arxiv:2606.00002'],
      fetchedAtMs: Date.parse('2026-06-09T00:00:00Z'),
      isStarter: true,
    });
    expect(await findStarter(database)).toMatchObject({ done: 2, total: 3 });
  });

  it('leaves known papers and lists as they are, but adds papers at the end', async () => {
    const known = facts({ upvotes: 1_000 });
    await commitFeed(database, commitOf([known], { date: '2026-06-09' }), () => []);

    const { papers } = await commitStarter(database, starterStep(2, 1), () => []);

    expect(papers.map(({ key }) => key)).toEqual(['arxiv:2606.00002']);
    expect(await allPapers(database)).toHaveLength(2);
    expect((await allPapers(database))[0]).toMatchObject({ upvotes: 1_000, abstract: known.abstract });
    const edition = await findEdition(database, 'hf-daily', day('2026-06-09'));
    expect(edition).toMatchObject({ papers: ['arxiv:2606.00001', 'arxiv:2606.00002'], fetchedAtMs: NOW_MS });
    expect(edition).not.toHaveProperty('isStarter');
  });

  it('makes no second record of a stored paper', async () => {
    await commitStarter(database, starterStep(1, 2), () => []);
    const { papers } = await commitStarter(database, starterStep(2, 3), () => []);

    expect(papers).toHaveLength(1);
    expect(await allPapers(database)).toHaveLength(3);
  });

  it('stores nothing when it cannot store all', async () => {
    const restore = failWrites('starter');
    await expect(commitStarter(database, starterStep(1), () => [])).rejects.toMatchObject({
      code: 'storage-full',
    });
    restore();

    expect(await allPapers(database)).toEqual([]);
    expect(await findEdition(database, 'hf-daily', day('2026-06-09'))).toBeUndefined();
  });
});
