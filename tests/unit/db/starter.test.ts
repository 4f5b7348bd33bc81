import { beforeEach, describe, expect, it } from 'vitest';
import { commitFeed } from '../../../lib/db/feed';
import { findEdition } from '../../../lib/db/editions';
import type { Database } from '../../../lib/db/open';
import { commitStarter, findStarter, type StarterStep } from '../../../lib/db/starter';
import { startOfDayMs } from '../../../lib/model/dates';
import { day, facts, NOW_MS } from '../../support/builders';
import { allPapers, failWrites, freshDatabase } from '../../support/database';
import { commitOf } from '../../support/related/feed-index';
import { starterPaper } from '../../support/starter';

let database: Database;

beforeEach(async () => {
  database = await freshDatabase()();
});

const step = (numbers: readonly number[]): StarterStep => ({
  source: 'hf-daily',
  records: numbers.map((number) => ({
    facts: starterPaper(number).facts,
    edition: day('2026-06-09'),
    provenance: { source: 'hf-daily', fetchedAtMs: 1, link: 'https://example.org/', isStarter: true },
  })),
  addedAtMs: startOfDayMs,
  progress: { id: 'starter', date: day('2026-06-09'), origin: 'made up', done: numbers.length, total: 3 },
});

describe('commitStarter', () => {
  it('stores papers, their list and the progress', async () => {
    const { papers } = await commitStarter(database, step([1, 2]), () => []);

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
    const [record] = commitOf([known]).records;
    if (record === undefined) throw new Error('No record');
    const commit = { ...commitOf([]), records: [{ ...record, edition: day('2026-06-09') }] };
    await commitFeed(database, commit, () => []);

    const { papers } = await commitStarter(database, step([2, 1]), () => []);

    expect(papers.map(({ key }) => key)).toEqual(['arxiv:2606.00002']);
    expect(await allPapers(database)).toHaveLength(2);
    expect((await allPapers(database))[0]).toMatchObject({ upvotes: 1_000, abstract: known.abstract });
    const edition = await findEdition(database, 'hf-daily', day('2026-06-09'));
    expect(edition).toMatchObject({ papers: ['arxiv:2606.00001', 'arxiv:2606.00002'], fetchedAtMs: NOW_MS });
    expect(edition).not.toHaveProperty('isStarter');
  });

  it('makes no second record of a stored paper', async () => {
    await commitStarter(database, step([1, 2]), () => []);
    const { papers } = await commitStarter(database, step([2, 3]), () => []);

    expect(papers).toHaveLength(1);
    expect(await allPapers(database)).toHaveLength(3);
  });

  it('stores nothing when it cannot store all', async () => {
    const restore = failWrites('starter');
    await expect(commitStarter(database, step([1]), () => [])).rejects.toMatchObject({
      code: 'storage-full',
    });
    restore();

    expect(await allPapers(database)).toEqual([]);
    expect(await findEdition(database, 'hf-daily', day('2026-06-09'))).toBeUndefined();
  });
});
