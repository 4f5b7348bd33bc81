import { describe, expect, it, vi } from 'vitest';
import { commitFeed, type FeedChange } from '../../../lib/db/feed';
import type { OpenDatabase } from '../../../lib/db/open';
import type { PaperFacts } from '../../../lib/model/paper';
import { createBm25Engine } from '../../../lib/related/bm25-engine';
import { createRelatedService, type FindOptions } from '../../../lib/services/related';
import { firstJob } from '../../../lib/services/sync-job';
import { arxivId, day, doi, facts, NOW_MS } from '../../support/builders';
import { freshDatabase } from '../../support/database';

const options: FindOptions = { limit: 20, sort: 'closest' };

const agents = (number: number, overrides: Partial<PaperFacts> = {}): PaperFacts =>
  facts({
    ids: { arxiv: arxivId(`2606.0001${number}`) },
    title: `Coding agents, study ${number}`,
    abstract: 'Coding agents read repositories by flow matching.',
    authors: [`Author of Study-${number}`],
    keywords: ['coding agents'],
    ...overrides,
  });
const fillers = Array.from({ length: 12 }, (_, index) =>
  facts({
    ids: { arxiv: arxivId(`2605.000${index + 10}`) },
    title: `Ocean waves and tides, volume ${index}`,
    abstract: 'Waves.',
    authors: [`Author of Volume-${index}`],
    keywords: ['ocean waves'],
  }),
);

async function storeIn(open: OpenDatabase, records: readonly PaperFacts[]): Promise<FeedChange> {
  return commitFeed(await open(), {
    source: 'hf-daily',
    records: records.map((paper) => ({
      facts: paper,
      provenance: { source: 'hf-daily', fetchedAtMs: NOW_MS, link: 'https://example.org' },
    })),
    job: firstJob('hf-daily'),
    nowMs: NOW_MS,
  });
}

async function serviceWith(records: readonly PaperFacts[]) {
  const open = freshDatabase();
  await storeIn(open, records);
  const service = createRelatedService({ open, createEngine: createBm25Engine });
  return { open, service, store: (more: readonly PaperFacts[]) => storeIn(open, more) };
}

const keysOf = (answer: { readonly items: readonly { readonly paper: { readonly key: string } }[] }) =>
  answer.items.map(({ paper }) => paper.key);

describe('find', () => {
  it.each<[string, Partial<PaperFacts>]>([
    ['the paper itself', {}],
    ['another version of it, renamed', { title: 'Agents for code, second version', version: 2 }],
    ['its record by a DOI of arXiv', { ids: { doi: doi('10.48550/arxiv.2606.00011') } }],
    ['the same work at another site', { ids: { openreview: 'abc' } }],
    [
      'its title in other type, by the same first author',
      { ids: {}, title: 'CODING AGENTS: Study 1', authors: ['Study-1, Author of', 'Second Author'] },
    ],
  ])('never gives %s', async (_, self) => {
    const { service } = await serviceWith([agents(1), agents(2), ...fillers]);
    const page = agents(1, self);
    expect(keysOf(await service.find(page, page, options))).toEqual(['arxiv:2606.00012']);
  });

  it('gives nothing from an empty feed', async () => {
    const { service } = await serviceWith([]);
    expect(await service.find(agents(1), agents(1), options)).toEqual({ items: [], feedSize: 0 });
    expect(await service.topics(agents(1))).toEqual([]);
    expect(await service.search('agents', 5)).toEqual([]);
  });

  it('adds shared topics to the reasons, unless a phrase says the same', async () => {
    const keywords = ['flow matching', 'repository reading'];
    const { service } = await serviceWith([
      agents(1, {
        keywords: [...keywords, 'coding agents'],
        abstract: 'Flow-matching. Reading a repository: repository reading.',
      }),
      agents(2, {
        keywords: [...keywords, 'coding agents'],
        abstract: 'On flow matching and repository reading.',
      }),
      ...fillers,
    ]);
    const [first] = (
      await service.find(
        agents(1, { abstract: 'Matching; flow. Coding agents with flow matching and repository reading' }),
        agents(1),
        options,
      )
    ).items;
    const named = (first?.reasons ?? []).map((reason) =>
      reason.kind === 'phrase' ? reason.phrase : reason.kind === 'topic' ? reason.topic : reason.name,
    );
    expect(named.map((name) => name.toLowerCase())).toEqual([
      ...new Set(named.map((name) => name.toLowerCase())),
    ]);
    expect(named).toContain('flow matching');
  });

  it('gives the closest first', async () => {
    const { service } = await serviceWith([agents(2), agents(3, { abstract: 'Waves.' }), ...fillers]);
    const { items } = await service.find(agents(1), agents(1), options);
    const scores = items.map(({ score }) => score);
    expect(keysOf({ items })).toEqual(['arxiv:2606.00012', 'arxiv:2606.00013']);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
  });

  it.each([
    // Without a day of its own, a paper is as new as its day of adding.
    ['newest', ['arxiv:2606.00014', 'arxiv:2606.00013', 'arxiv:2606.00012']],
    ['upvoted', ['arxiv:2606.00014', 'arxiv:2606.00012', 'arxiv:2606.00013']],
  ] as const)('sorts by %s', async (sort, expected) => {
    const { publishedOn: _, ...undated } = agents(4, { upvotes: 9 });
    const { service } = await serviceWith([
      agents(2, { publishedOn: day('2026-06-02'), upvotes: 5 }),
      agents(3, { publishedOn: day('2026-06-03') }),
      undated,
      ...fillers,
    ]);
    expect(keysOf(await service.find(agents(1), agents(1), { ...options, sort }))).toEqual(expected);
  });

  it('narrows to a topic', async () => {
    const { service } = await serviceWith([
      agents(2, { keywords: ['code search'] }),
      agents(3, { keywords: ['code search'] }),
      agents(4),
      agents(5),
      ...fillers,
    ]);
    const narrow = await service.find(agents(1), agents(1), { ...options, topic: 'code search' });
    expect(keysOf(narrow).toSorted()).toEqual(['arxiv:2606.00012', 'arxiv:2606.00013']);
    expect(await service.find(agents(1), agents(1), { ...options, topic: 'no such topic' })).toMatchObject({
      items: [],
    });
  });

  it('is the same on every call and after each start', async () => {
    const { open, service } = await serviceWith([...fillers, agents(3), agents(2), agents(4)]);
    const first = await service.find(agents(1), agents(1), options);
    expect(await service.find(agents(1), agents(1), options)).toEqual(first);
    expect(
      await createRelatedService({ open, createEngine: createBm25Engine }).find(
        agents(1),
        agents(1),
        options,
      ),
    ).toEqual(first);
  });

  it.each([
    ['no abstract', { abstract: '' }],
    [
      'an abstract of 50,000 characters',
      { abstract: 'Coding agents read repositories and waves. '.repeat(1200) },
    ],
    ['emoji', { title: '🙂', abstract: '🤖🤖' }],
    ['LaTeX', { title: '$x$', abstract: String.raw`$\mathcal{L}_{\theta}(x) = \sum_i \frac{a}{b}$` }],
    ['another language', { title: '搜索引擎', abstract: 'Поисковая система' }],
  ])('is bounded and sensible for a page with %s', async (_, page) => {
    const { service } = await serviceWith([agents(2), ...fillers]);
    const startedMs = performance.now();
    const { items } = await service.find(agents(1, page), agents(1, page), options);
    expect(performance.now() - startedMs).toBeLessThan(3000);
    for (const { closeness, reasons } of items) {
      expect(closeness).toBeGreaterThan(0);
      expect(closeness).toBeLessThanOrEqual(1);
      expect(reasons.length).toBeLessThan(20);
    }
  });
});

describe('topics and search', () => {
  it('come from the whole feed', async () => {
    const { service } = await serviceWith([agents(1), agents(2), ...fillers]);
    expect(
      await service.topics({ title: 'A coding agent', abstract: 'on ocean wave data', keywords: [] }),
    ).toEqual(['ocean waves', 'coding agents']);
    expect((await service.search('coding study', 10)).map(({ key }) => key).toSorted()).toEqual([
      'arxiv:2606.00011',
      'arxiv:2606.00012',
    ]);
  });
});

describe('update', () => {
  it('takes in what a sync stored, without reading the store again', async () => {
    const { service, store } = await serviceWith(fillers);
    await service.topics(agents(1));
    await service.update(await store([agents(2)]));
    expect(await service.search('coding', 5)).toHaveLength(1);
  });

  it('costs nothing before the first look-up, which then reads all', async () => {
    const { service, store } = await serviceWith(fillers);
    await service.update(await store([agents(2)]));
    expect(await service.search('coding', 5)).toHaveLength(1);
  });

  it('loses nothing that is stored while the index is built', async () => {
    const { service, store } = await serviceWith(fillers);
    const found = service.search('coding', 5);
    const updates = [await store([agents(2)]), await store([agents(3)])].map((change) =>
      service.update(change),
    );
    await Promise.all([found, ...updates]);
    expect(await service.search('coding', 5)).toHaveLength(2);
  });

  it('forgets a record that was merged into another', async () => {
    const one = agents(2, { authors: [] });
    const other = agents(3, { ids: { doi: doi('10.1000/x') }, title: 'Agents that code', authors: [] });
    const { service, store } = await serviceWith([one, other, ...fillers]);
    expect(await service.search('agents', 5)).toHaveLength(2);

    await service.update(await store([agents(2, { ids: { ...one.ids, ...other.ids }, authors: [] })]));

    expect((await service.search('agents', 5)).map(({ key }) => key)).toEqual(['arxiv:2606.00012']);
    expect(await service.topics({ title: 'coding agents', abstract: '', keywords: [] })).toEqual([]);
  });

  it('counts the keywords of a changed paper once', async () => {
    const { service, store } = await serviceWith([agents(2), ...fillers]);
    await service.topics(agents(1));
    for (const upvotes of [1, 2, 3]) await service.update(await store([agents(2, { upvotes })]));
    expect(await service.topics({ title: 'coding agents', abstract: '', keywords: [] })).toEqual([]);
  });
});

describe('reset', () => {
  it('forgets what is in memory, also while it is built', async () => {
    const { open, service } = await serviceWith([agents(2)]);
    const building = service.search('coding', 5);
    const empty = freshDatabase();
    service.reset();
    await building;
    expect(empty).not.toBe(open);
    expect(await service.search('coding', 5)).toHaveLength(1);
  });
});

describe('a database that cannot be read', () => {
  it('fails the call and is tried again by the next', async () => {
    const open = freshDatabase();
    await storeIn(open, [agents(2)]);
    const flaky = vi.fn<OpenDatabase>(open).mockRejectedValueOnce(new Error('corrupt'));
    const service = createRelatedService({ open: flaky, createEngine: createBm25Engine });
    await expect(service.search('coding', 5)).rejects.toThrow('corrupt');
    expect(await service.search('coding', 5)).toHaveLength(1);
  });
});
