import { beforeEach, describe, expect, it } from 'vitest';
import { clearFeed, commitFeed, findPaper, papersByKeys } from '../../../lib/db/feed';
import { countPapers } from '../../../lib/db/transactions';
import { editionsOf } from '../../../lib/db/editions';
import { findJob, findServer, putJob, updateServer } from '../../../lib/db/sync';
import { findLookup, putLookup } from '../../../lib/db/answers';
import type { Database } from '../../../lib/db/open';
import { allSaved, putSaved } from '../../../lib/db/saved';
import type { Job } from '../../../lib/db/schema';
import type { PaperFacts } from '../../../lib/model/paper/paper';
import { firstJob } from '../../../lib/services/sync/job';
import { arxivId, doi, facts, NOW_MS, paperKey, savedPaper, siteIds } from '../../support/builders';
import { allPapers, failWrites, freshDatabase } from '../../support/database';
import { commitOf } from '../../support/related/feed-index';

let database: Database;

beforeEach(async () => {
  database = await freshDatabase()();
});

/** Stores a response whose job says that one request is done. */
const store = (papers: readonly PaperFacts[], change: Parameters<typeof commitOf>[1] = {}) =>
  commitFeed(database, commitOf(papers, { job: { ...firstJob('hf-daily'), done: 1 }, ...change }), () => []);

const withIds = (ids: PaperFacts['ids'], title = 'A title of which nobody else thought') =>
  facts({ ids, title, authors: [] });
const byArxiv = withIds({ arxiv: arxivId('2606.00001') });
const byDoi = withIds({ doi: doi('10.1000/one') }, 'Another title that nobody else has');

describe('commitFeed', () => {
  it.each<[string, PaperFacts, PaperFacts]>([
    ['an arXiv id', byArxiv, withIds({ arxiv: arxivId('2606.00001') }, 'Renamed in its second version')],
    [
      'an arXiv id and the DOI that arXiv gave it',
      byArxiv,
      withIds({ doi: doi('10.48550/arxiv.2606.00001') }),
    ],
    ['a DOI', byDoi, withIds({ doi: doi('10.1000/ONE') }, 'Renamed by the publisher in print')],
    [
      'title and first author',
      facts({ ids: siteIds({ openreview: 'abc' }) }),
      facts({ ids: siteIds({ acl: '2026.x-1' }), title: 'CODING AGENTS that Read Whole Repositories!' }),
    ],
  ])('makes two records one paper by %s', async (_, one, other) => {
    await store([one]);
    const { papers } = await store([other], { source: 'arxiv' });

    expect(await countPapers(database)).toBe(1);
    expect(papers[0]?.ids).toEqual({ ...papers[0]?.ids, ...(await allPapers(database))[0]?.ids });
    expect(papers[0]?.provenance.map(({ source }) => source)).toEqual(['hf-daily', 'arxiv']);
  });

  it.each<[string, PaperFacts, PaperFacts]>([
    ['other ids and titles', byArxiv, byDoi],
    [
      'one short title by one author',
      facts({ ids: siteIds({ acl: 'a' }), title: 'Introduction' }),
      facts({ ids: siteIds({ acl: 'b' }), title: 'Introduction' }),
    ],
    [
      'one title by other first authors',
      facts({ ids: siteIds({ acl: 'a' }) }),
      facts({ ids: siteIds({ acl: 'b' }), authors: ['Third Author-Name'] }),
    ],
  ])('keeps two records with %s apart', async (_, one, other) => {
    await store([one, other]);
    expect(await countPapers(database)).toBe(2);
  });

  it('merges two papers when a record ties them together, and names the deleted key', async () => {
    await store([byArxiv], { date: '2026-06-08' });
    await store([byDoi, byArxiv], { date: '2026-06-09', nowMs: NOW_MS + 5 });

    const both = withIds({ arxiv: arxivId('2606.00001'), doi: doi('10.1000/one') });
    const { papers, gone } = await store([both], { source: 'arxiv', nowMs: NOW_MS + 9 });

    expect(gone).toEqual(['doi:10.1000/one']);
    expect(papers).toMatchObject([{ key: 'arxiv:2606.00001', addedAtMs: NOW_MS }]);
    expect(papers[0]?.provenance.map(({ source }) => source).toSorted()).toEqual(['arxiv', 'hf-daily']);
    expect(await countPapers(database)).toBe(1);
    const [, newest] = await editionsOf(database, 'hf-daily');
    expect(newest?.papers).toHaveLength(2);
    expect(await papersByKeys(database, newest?.papers ?? [])).toEqual(papers);
    expect(await findPaper(database, byDoi)).toEqual(papers[0]);
  });

  it('ties together papers of the same response', async () => {
    const both = withIds({ arxiv: arxivId('2606.00001'), doi: doi('10.1000/one') });
    const { gone } = await store([byArxiv, byDoi, both]);
    expect(gone).toEqual(['doi:10.1000/one']);
    expect(await countPapers(database)).toBe(1);
  });

  it('never makes an edition smaller', async () => {
    await store([byArxiv, byDoi], { date: '2026-06-09' });
    await store([byDoi], { date: '2026-06-09' });
    await store([]);

    const [edition] = await editionsOf(database, 'hf-daily');
    expect(edition?.papers).toEqual(['doi:10.1000/one', 'arxiv:2606.00001']);
  });

  it('never replaces a longer text by an empty one', async () => {
    await store([facts({ abstract: 'A long text' })]);
    await store([facts({ abstract: '', title: '' })]);
    expect(await allPapers(database)).toMatchObject([{ abstract: 'A long text', title: facts().title }]);
  });

  it('leaves out a record that nothing identifies, and keeps the others', async () => {
    const { papers } = await store([facts({ ids: {}, authors: [] }), byDoi]);
    expect(papers.map(({ key }) => key)).toEqual(['doi:10.1000/one']);
  });

  it('stores the job with the papers', async () => {
    await store([byArxiv]);
    expect(await findJob(database, 'hf-daily')).toMatchObject({ done: 1 });
  });

  it.each(['papers', 'editions', 'jobs'])(
    'stores nothing of a response when a write to %s fails',
    async (name) => {
      await store([byArxiv], { date: '2026-06-08' });
      const before = await everything();

      const heal = failWrites(name);
      const stored = store([byDoi, facts()], { date: '2026-06-08' });
      await expect(stored).rejects.toMatchObject({ code: 'storage-full' });
      heal();

      expect(await everything()).toEqual(before);
    },
  );

  it('stores nothing of a response whose last record cannot be cloned', async () => {
    const broken = {
      ...facts({ ids: siteIds({ acl: 'b' }), authors: [] }),
      title: (() => 'x') as unknown as string,
    }; // What no type allows and a bug may bring.
    await expect(store([byArxiv, broken], { date: '2026-06-08' })).rejects.toMatchObject({
      code: 'storage',
    });
    expect(await everything()).toEqual([[], [], undefined]);
  });

  const everything = async () => [
    await allPapers(database),
    await editionsOf(database, 'hf-daily'),
    await findJob(database, 'hf-daily'),
  ];
});

describe('reading the feed', () => {
  it('gives papers without the store’s own fields', async () => {
    await store([byArxiv]);
    for (const paper of [
      ...(await allPapers(database)),
      await findPaper(database, byArxiv),
      ...(await papersByKeys(database, [paperKey('arxiv:2606.00001')])),
    ]) {
      expect(paper).not.toHaveProperty('identity');
      expect(paper).not.toHaveProperty('sources');
    }
  });

  it('gives papers in the order asked for, once each, without those that are not there', async () => {
    await store([byArxiv, byDoi]);
    const keys = ['doi:10.1000/one', 'acl:none', 'arxiv:2606.00001', 'doi:10.1000/one'].map(paperKey);
    expect((await papersByKeys(database, keys)).map(({ key }) => key)).toEqual([keys[0], keys[2]]);
  });

  it('finds no paper that it does not have', async () => {
    expect(await findPaper(database, byArxiv)).toBeUndefined();
  });

  it('counts papers in all, and by source', async () => {
    await store([byArxiv, byDoi]);
    await store([byDoi], { source: 'arxiv' });
    expect([
      await countPapers(database),
      await countPapers(database, 'hf-daily'),
      await countPapers(database, 'arxiv'),
    ]).toEqual([2, 2, 1]);
  });
});

describe('clearFeed', () => {
  const fetched: Job = {
    ...firstJob('arxiv'),
    state: { kind: 'running', done: 5, total: 6 },
    queue: [{ kind: 'page' }],
    skipped: [{ kind: 'page' }],
    skipCode: 'wrong-format',
    plannedAtMs: NOW_MS,
    done: 5,
    lastSuccessAtMs: NOW_MS,
  };

  it('restarts every job, but not before its server may be asked', async () => {
    await putJob(database, fetched);
    await updateServer(database, 'arxiv', { restUntilMs: NOW_MS + 600_000 });
    await clearFeed(database);
    expect(await findServer(database, 'arxiv')).toMatchObject({ restUntilMs: NOW_MS + 600_000 });
    expect(await findJob(database, 'arxiv')).toEqual({
      ...firstJob('arxiv'),
      state: { kind: 'due' },
    });
  });

  it('keeps a failure and its back-off', async () => {
    const state = {
      kind: 'failed',
      code: 'rate-limited',
      retryAtMs: NOW_MS + 600_000,
      atMs: NOW_MS,
    } as const;
    await putJob(database, { ...fetched, state, failures: 2 });
    await clearFeed(database);
    expect(await findJob(database, 'arxiv')).toMatchObject({ state, failures: 2, queue: [], done: 0 });
  });

  it('forgets what can be fetched again, and leaves the reading list alone', async () => {
    await store([byArxiv], { date: '2026-06-09' });
    await putLookup(database, { key: paperKey('arxiv:2606.00009'), fetchedAtMs: NOW_MS });
    await putSaved(database, [savedPaper()]);

    await clearFeed(database);

    expect(await countPapers(database)).toBe(0);
    expect(await editionsOf(database, 'hf-daily')).toEqual([]);
    expect(await findLookup(database, paperKey('arxiv:2606.00009'))).toBeUndefined();
    expect(await allSaved(database)).toEqual([savedPaper()]);
  });
});
