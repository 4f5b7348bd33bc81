import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenDatabase } from '../../../../lib/db/open';
import { identityKeys } from '../../../../lib/model/paper/identity';
import type { PaperFacts } from '../../../../lib/model/paper/paper';
import { rankPapers } from '../../../../lib/related/rank/rank';
import type { FindOptions } from '../../../../lib/services/pages/related';
import { arxivId, day, doi, facts, siteIds } from '../../../support/builders';
import { freshDatabase } from '../../../support/database';
import { relatedOn, smallTopics } from '../../../support/related/related-service';
import { ODD_TEXTS } from '../../../support/related/related-texts';

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

let open: OpenDatabase;

beforeEach(() => {
  open = freshDatabase();
});

/** A worker whose feed has these papers. */
async function serviceWith(records: readonly PaperFacts[]) {
  const worker = relatedOn(open);
  await worker.commit(records);
  return worker;
}

const keysOf = (answer: { readonly items: readonly { readonly paper: { readonly key: string } }[] }) =>
  answer.items.map(({ paper }) => paper.key);

describe('find', () => {
  it.each<[string, Partial<PaperFacts>]>([
    ['the paper itself', {}],
    ['another version of it, renamed', { title: 'Agents for code, second version', version: 2 }],
    ['its record by a DOI of arXiv', { ids: { doi: doi('10.48550/arxiv.2606.00011') } }],
    ['the same work at another site', { ids: siteIds({ openreview: 'abc' }) }],
    [
      'its title in other type, by the same first author',
      { ids: {}, title: 'CODING AGENTS: Study 1', authors: ['Study-1, Author of', 'Second Author'] },
    ],
    ['its very title, by anyone', { ids: {}, authors: [] }],
  ])('never gives %s', async (_, self) => {
    const { related } = await serviceWith([agents(1), agents(2), ...fillers]);
    const page = agents(1, self);
    expect(keysOf(await related.find(page, options))).toEqual(['arxiv:2606.00012']);
  });

  it('gives other works with the same short title', async () => {
    const one = agents(1, { title: 'Coding agents' });
    const { related } = await serviceWith([one, agents(2, { title: 'Coding agents' })]);
    expect(keysOf(await related.find(one, options))).toEqual(['arxiv:2606.00012']);
  });

  it('gives nothing from an empty feed', async () => {
    const { related } = relatedOn(open);
    expect(await related.find(agents(1), options)).toEqual({ items: [], found: 0, feedSize: 0 });
    expect(await related.search('agents', 5)).toEqual([]);
  });

  it('gives nothing else when the feed has the paper alone', async () => {
    const { related } = await serviceWith([agents(1)]);
    expect(await related.find(agents(1), options)).toEqual({ items: [], found: 0, feedSize: 1 });
  });

  it('gives the closest first', async () => {
    const { related } = await serviceWith([
      agents(2),
      agents(3, { abstract: 'Coding agents and ocean waves.' }),
      ...fillers,
    ]);
    const { items } = await related.find(agents(1), options);
    const scores = items.map(({ score }) => score);
    expect(keysOf({ items })).toEqual(['arxiv:2606.00012', 'arxiv:2606.00013']);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
    expect(items[0]?.closeness).toBe(1);
  });

  it('says why: shared phrases, topics and people, each once, whose shares sum to one', async () => {
    const { related } = await serviceWith([
      agents(2, { authors: ['Jane Doe'], organisation: 'An Institute' }),
      ...fillers,
    ]);
    const page = agents(1, { authors: ['Doe, Jane', 'Jane Doe'], organisation: 'An institute' });
    const [first] = (await related.find(page, options)).items;
    const reasons = first?.reasons ?? [];
    expect(reasons.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
    expect(reasons).toContainEqual(expect.objectContaining({ kind: 'topic', topic: 'coding agents' }));
    expect(reasons).toContainEqual(expect.objectContaining({ kind: 'author', name: 'Jane Doe' }));
    expect(reasons).toContainEqual(expect.objectContaining({ kind: 'organisation', name: 'An Institute' }));
    const phrases = reasons.flatMap((reason) =>
      reason.kind === 'phrase' ? reason.phrase.toLowerCase() : [],
    );
    expect(phrases).toEqual(['coding agents read repositories', 'flow matching']);
  });

  it.each([
    // Without a day of its own, a paper is as new as its day of adding.
    ['newest', ['arxiv:2606.00014', 'arxiv:2606.00013', 'arxiv:2606.00012']],
    ['upvoted', ['arxiv:2606.00014', 'arxiv:2606.00012', 'arxiv:2606.00013']],
  ] as const)('sorts by %s', async (sort, expected) => {
    const { publishedOn: _, ...undated } = agents(4, { upvotes: 9 });
    const { related } = await serviceWith([
      agents(2, { publishedOn: day('2026-06-02'), upvotes: 5 }),
      agents(3, { publishedOn: day('2026-06-03') }),
      undated,
      ...fillers,
    ]);
    expect(keysOf(await related.find(agents(1), { ...options, sort }))).toEqual(expected);
  });

  it('gives only the first papers when that is asked for, ranked as ever', async () => {
    const { related } = await serviceWith([agents(1), agents(2), agents(3), ...fillers]);
    const self = agents(4);
    const whole = await related.find(self, options);
    const first = await related.find(self, { ...options, atOnce: 1 });
    expect(whole.items.length).toBeGreaterThan(1);
    expect(first).toEqual({ ...whole, items: whole.items.slice(0, 1) });
    expect(first.found).toBe(whole.items.length);
  });

  it('narrows to a topic by any of its names, before the cut', async () => {
    const { related } = await serviceWith([
      ...[4, 5, 6].map((number) => agents(number)),
      agents(2, { keywords: ['code search'] }),
      agents(3, { keywords: ['code search'] }),
      ...fillers,
    ]);
    for (const topic of ['code search', 'Code-Searches']) {
      const narrow = await related.find(agents(1), { ...options, limit: 2, topic });
      expect(keysOf(narrow).toSorted()).toEqual(['arxiv:2606.00012', 'arxiv:2606.00013']);
    }
    expect(await related.find(agents(1), { ...options, topic: 'no such topic' })).toEqual({
      items: [],
      found: 0,
      feedSize: 17,
    });
  });

  it('is the same on every call and after each start', async () => {
    const { related } = await serviceWith([...fillers, agents(3), agents(2), agents(4)]);
    const first = await related.find(agents(1), options);
    expect(first.items).toHaveLength(3);
    expect(await related.find(agents(1), options)).toEqual(first);
    expect(await relatedOn(open).related.find(agents(1), options)).toEqual(first);
  });

  it('ranks once for one question, and again when question or feed change', async () => {
    const rank_ = vi.fn<typeof rankPapers>(rankPapers);
    const topics = smallTopics();
    const topicsOf = vi.spyOn(topics, 'topicsOf');
    const { related, commit } = relatedOn(open, { topics, rank_ });
    await commit([agents(2), agents(3)]);
    const first = await related.find(agents(1), { ...options, atOnce: 1 });
    const [whole] = await Promise.all([1, 2].map(() => related.find(agents(1), options)));
    expect([first.items.length, whole?.items.length]).toEqual([1, 2]);
    await related.topics(agents(1));
    expect(rank_).toHaveBeenCalledTimes(1);
    expect(topicsOf).toHaveBeenCalledTimes(1);

    await related.find(agents(1), { ...options, sort: 'newest' });
    await related.find(agents(1), { ...options, sort: 'newest', topic: 'coding agents' });
    await related.find(agents(5), { ...options, sort: 'newest', topic: 'coding agents' });
    expect(rank_).toHaveBeenCalledTimes(4);

    await related.find(agents(1), options);
    await commit([agents(4)]);
    expect((await related.find(agents(1), options)).items).toHaveLength(3);
    expect(rank_).toHaveBeenCalledTimes(6);
  });

  it.each(ODD_TEXTS)('is bounded and sensible for a page of %s', async (_, text) => {
    const { related } = await serviceWith([agents(2), ...fillers]);
    const page = agents(1, { title: text.slice(0, 100), abstract: text });
    const { items } = await related.find(page, options);
    for (const { closeness, reasons } of items) {
      expect(closeness).toBeGreaterThan(0);
      expect(closeness).toBeLessThanOrEqual(1);
      expect(reasons.length).toBeLessThan(20);
    }
  });

  it('leaves out, and does not count, a paper that was removed since the rows were ranked', async () => {
    const { related } = await serviceWith([agents(2), agents(3)]);
    await related.find(agents(1), options); // Now the rows are in memory.
    const [key] = identityKeys(agents(2));
    if (key !== undefined) await (await open()).delete('papers', key);
    const answer = await related.find(agents(1), options);
    expect([keysOf(answer), answer.found]).toEqual([['arxiv:2606.00013'], 1]);
  });
});

describe('topics', () => {
  it('are those of the text and the keywords, by their names', async () => {
    const { related } = relatedOn(open);
    const page = { title: 'A coding agent', abstract: 'On ocean wave data', categories: [], keywords: [] };
    expect((await related.topics(page)).toSorted()).toEqual(['coding agents', 'ocean waves']);
    expect(await related.topics({ ...page, title: '', abstract: '' })).toEqual([]);
  });

  it('are at most five', async () => {
    const topics = ['coding agents', 'code search', 'ocean waves', 'flow matching'];
    const page = { title: topics.join(', '), abstract: '', categories: ['cs.SE'], keywords: topics };
    expect((await relatedOn(open).related.topics(page)).length).toBeLessThanOrEqual(5);
  });
});

describe('search', () => {
  it('gives the papers that have all of it before those that are close', async () => {
    const { related } = await serviceWith([agents(1), agents(2), ...fillers]);
    const found = (await related.search('coding study', 10)).map(({ key }) => key);
    expect(found.slice(0, 2).toSorted()).toEqual(['arxiv:2606.00011', 'arxiv:2606.00012']);
  });

  it.each(['2606.00012', 'https://arxiv.org/abs/2606.00012v1', '10.48550/arXiv.2606.00012'])(
    'gives the paper of %s first',
    async (text) => {
      const { related } = await serviceWith([agents(1), agents(2), ...fillers]);
      expect((await related.search(text, 5))[0]?.key).toBe('arxiv:2606.00012');
    },
  );

  it('gives each paper once, and no more than asked for', async () => {
    const { related } = await serviceWith([agents(1), agents(2), agents(3), ...fillers]);
    const found = (await related.search('coding agents 2606.00012', 2)).map(({ key }) => key);
    expect(found).toHaveLength(2);
    expect(new Set(found).size).toBe(2);
  });
});

describe('what a sync stores', () => {
  it('is found by the next look-up, whether the rows were in memory before or not', async () => {
    const { related, commit } = await serviceWith(fillers);
    await commit([agents(2)]);
    expect(await related.search('coding', 5)).toHaveLength(1);
    await commit([agents(3)]);
    expect(await related.search('coding', 5)).toHaveLength(2);
  });

  it('is not lost when it comes in while the rows are loaded', async () => {
    await serviceWith(fillers);
    const { related, commit } = relatedOn(open);
    const found = related.search('coding', 5);
    await Promise.all([found, commit([agents(2)]), commit([agents(3)])]);
    expect(await related.search('coding', 5)).toHaveLength(2);
  });

  it('changes the order by upvotes', async () => {
    const { related, commit } = await serviceWith([agents(2, { upvotes: 3 }), agents(3, { upvotes: 5 })]);
    const find = () => related.find(agents(1), { ...options, sort: 'upvoted' });
    expect(keysOf(await find())).toEqual(['arxiv:2606.00013', 'arxiv:2606.00012']);
    await commit([agents(2, { upvotes: 30 })]);
    expect(keysOf(await find())).toEqual(['arxiv:2606.00012', 'arxiv:2606.00013']);
  });
});

describe('a feed that was cleared', () => {
  it('is empty at once, also when it was just being loaded', async () => {
    await serviceWith([agents(2)]);
    const { related, index, commit } = relatedOn(open);
    const loading = related.search('coding', 5);
    await index.clear();
    await loading;
    expect(await related.search('coding', 5)).toEqual([]);
    await commit([agents(3)]);
    expect(await related.search('coding', 5)).toHaveLength(1);
  });
});
