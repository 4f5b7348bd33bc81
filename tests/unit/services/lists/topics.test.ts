import { describe, expect, it } from 'vitest';
import type { PaperFacts } from '../../../../lib/model/paper/paper';
import { arxivId, day, facts } from '../../../support/builders';
import { freshDatabase } from '../../../support/database';
import { relatedOn } from '../../../support/related/related-service';

let number = 0;
const about = (keywords: readonly string[], overrides: Partial<PaperFacts> = {}): PaperFacts => {
  number++;
  return facts({
    ids: { arxiv: arxivId(`2606.${String(number).padStart(5, '0')}`) },
    title: `Number ${number}`,
    abstract: 'Nothing named.',
    keywords,
    ...overrides,
  });
};

async function topicsOf(records: readonly PaperFacts[]) {
  const worker = relatedOn(freshDatabase());
  if (records.length > 0) await worker.commit(records);
  return worker.topics;
}

describe('page', () => {
  const feed = [
    about(['coding agents', 'ocean waves'], { publishedOn: day('2026-04-02'), upvotes: 9 }),
    about(['Coding Agents', 'ocean waves'], { publishedOn: day('2026-06-08'), upvotes: 1 }),
    about(['coding agent'], { publishedOn: day('2026-06-09') }),
    about(['flow matching']),
  ];
  const titlesOf = (page: { readonly items: readonly { readonly title: string }[] } | null) =>
    page?.items.map(({ title }) => title);

  it('has the papers of a topic under any of its names, in the order asked for', async () => {
    const topics = await topicsOf(feed);
    const [first, second, third] = feed.map(({ title }) => title);
    const newest = await topics.page('coding-agents', 'newest', 10);
    expect(newest).toMatchObject({ name: 'coding agents', papers: 3 });
    expect(titlesOf(newest)).toEqual([third, second, first]);
    expect(titlesOf(await topics.page('coding agent', 'upvoted', 2))).toEqual([first, second]);
  });

  it('counts its months, and the topics that come up with it', async () => {
    const page = await (await topicsOf(feed)).page('coding agents', 'newest', 1);
    expect(page?.months).toEqual([
      { month: '2026-04', papers: 1 },
      { month: '2026-05', papers: 0 },
      { month: '2026-06', papers: 2 },
    ]);
    expect(page?.related).toEqual([{ name: 'ocean waves', papers: 2 }]);
  });

  it('tells a topic without papers from no topic', async () => {
    const topics = await topicsOf([]);
    expect(await topics.page('code search', 'newest', 5)).toMatchObject({ papers: 0, months: [], items: [] });
    expect(await topics.page('quantum knitting', 'newest', 5)).toBeNull();
  });
});

describe('overview', () => {
  it('lists topics by papers, and those that rise', async () => {
    const week = Array.from({ length: 4 }, () =>
      about(['coding agents'], { publishedOn: day('2026-06-09') }),
    );
    const before = Array.from({ length: 6 }, () =>
      about(['ocean waves'], { publishedOn: day('2026-05-25') }),
    );
    const overview = await (await topicsOf([...week, ...before])).overview();
    expect(overview).toEqual({
      papers: 10,
      topics: [
        { name: 'ocean waves', papers: 6 },
        { name: 'coding agents', papers: 4 },
      ],
      rising: [{ name: 'coding agents', papers: 4 }],
    });
  });

  it('is empty for an empty feed', async () => {
    expect(await (await topicsOf([])).overview()).toEqual({ papers: 0, topics: [], rising: [] });
  });
});
