import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../lib/model/paper';
import type { RelatedQuery } from '../../../lib/model/related';
import { createBm25Engine } from '../../../lib/related/bm25-engine';
import type { RelatedEngine, RelatedOptions } from '../../../lib/related/engine';
import { arxivId, paper, papers } from '../../support/builders';

const SUBJECTS = [
  'protein folding',
  'speech recognition',
  'robot grasping',
  'graph coloring',
  'tax law',
  'ocean waves',
];

/** Forty papers on six subjects, and one on agents in code. */
const library: readonly Paper[] = [
  paper({
    title: 'Coding agents explore repositories',
    abstract: 'Agents read repositories before an edit.',
  }),
  ...papers(40, (index) => {
    const subject = SUBJECTS[index % SUBJECTS.length] ?? '';
    return {
      title: `On ${subject} number ${index}`,
      abstract: `We study ${subject} with data set ${index}.`,
      keywords: [subject],
    };
  }),
];

async function engineWith(feed: readonly Paper[]): Promise<RelatedEngine> {
  const engine = createBm25Engine();
  await engine.add(feed);
  return engine;
}

const everything: RelatedOptions = { limit: 10, isExcluded: () => false };
const query = (overrides: Partial<RelatedQuery>): RelatedQuery => ({ title: '', authors: [], ...overrides });
const repositories = query({ title: 'Repository exploration by coding agents' });

describe('find', () => {
  it('gives the closest first, each with a reason and what it is relative to the best', async () => {
    const engine = await engineWith(library);
    const { items, feedSize } = engine.find(
      query({ title: 'Speech recognition', abstract: 'Recognition of speech.' }),
      everything,
    );
    expect(feedSize).toBe(41);
    expect(items).toHaveLength(7);
    for (const { paper: found, closeness, reasons } of items) {
      expect(found.title).toContain('speech recognition');
      expect(closeness).toBeGreaterThan(0);
      expect(closeness).toBeLessThanOrEqual(1);
      expect(reasons).toContainEqual(
        expect.objectContaining({ kind: 'phrase', phrase: 'speech recognition' }),
      );
    }
    expect(items[0]?.closeness).toBe(1);
  });

  it('narrows inside the search, not after the cut', async () => {
    const engine = await engineWith(library);
    const all = engine.find(query({ title: 'Robot grasping' }), everything).items;
    const [first, second] = all;
    const { items } = engine.find(query({ title: 'Robot grasping' }), {
      limit: 1,
      isExcluded: ({ key }) => key === first?.paper.key,
    });
    expect(items[0]?.paper).toEqual(second?.paper);
  });

  it.each<[string, Partial<RelatedQuery>]>([
    ['nothing', {}],
    ['function words', { title: 'We propose the method', abstract: 'It is of a new' }],
    ['emoji', { title: '🙂🙂', abstract: '🤖' }],
    ['words of another language', { title: 'Уравнения математической физики' }],
    ['LaTeX', { title: String.raw`$\oint_{\partial} \hbar^{2}$` }],
    ['Chinese', { title: '强化学习在机器人中的应用' }],
  ])('gives nothing for %s', async (_, odd) => {
    expect((await engineWith(library)).find(query(odd), everything).items).toEqual([]);
  });

  it('gives nothing from an empty feed', () => {
    expect(createBm25Engine().find(repositories, everything)).toEqual({ items: [], feedSize: 0 });
  });

  it('works from a title alone, and from an abstract alone', async () => {
    const engine = await engineWith(library);
    expect(engine.find(repositories, everything).items[0]?.paper.title).toBe(
      'Coding agents explore repositories',
    );
    const byAbstract = engine.find(query({ abstract: 'Agents that read repositories.' }), everything);
    expect(byAbstract.items[0]?.paper.title).toBe('Coding agents explore repositories');
  });

  it('finds a paper in its own language', async () => {
    const cyrillic = paper({
      ids: { arxiv: arxivId('2606.00077') },
      title: 'Уравнения математической физики',
      abstract: '',
    });
    const engine = await engineWith([...library, cyrillic]);
    expect(engine.find(query({ title: 'Уравнения физики' }), everything).items[0]?.paper.key).toBe(
      'arxiv:2606.00077',
    );
  });

  it('answers an abstract of 50,000 characters in bounded time', async () => {
    const engine = await engineWith(library);
    const abstract = SUBJECTS.map((subject) => `${subject} is studied with words ${subject.length}. `)
      .join('')
      .repeat(250)
      .slice(0, 50_000);
    const startedMs = performance.now();
    const { items } = engine.find(query({ title: 'Speech recognition', abstract }), everything);
    // Milliseconds on an idle machine; what counts is that it is not minutes.
    expect(performance.now() - startedMs).toBeLessThan(3000);
    expect(items.length).toBeGreaterThan(0);
  });

  it('gives the same answer each time, in whatever order the papers came', async () => {
    const straight = (await engineWith(library)).find(
      query({ title: 'Ocean waves and tax law' }),
      everything,
    );
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...library], { minLength: library.length }), async (shuffled) => {
        const { items } = (await engineWith(shuffled)).find(
          query({ title: 'Ocean waves and tax law' }),
          everything,
        );
        expect(items.map(({ paper: found }) => found.key)).toEqual(
          straight.items.map(({ paper: found }) => found.key),
        );
      }),
      { numRuns: 10 },
    );
  });
});

describe('add and remove', () => {
  it('replaces a paper with a known key', async () => {
    const engine = await engineWith(library);
    const [first] = library;
    if (first === undefined) throw new Error('The library is empty');
    await engine.add([{ ...first, title: 'On glaciers', abstract: 'Ice.' }]);
    expect(engine.size).toBe(41);
    expect(engine.find(repositories, everything).items).toEqual([]);
    expect(engine.search('glaciers', 5)).toMatchObject([{ title: 'On glaciers' }]);
  });

  it('takes in new counts without another text', async () => {
    const engine = await engineWith(library);
    await engine.add(library.map((item) => ({ ...item, upvotes: 7 })));
    expect(engine.find(repositories, everything).items[0]?.paper.upvotes).toBe(7);
  });

  it('removes papers, and ignores keys that it does not have', async () => {
    const engine = await engineWith(library);
    engine.remove([
      ...library.slice(0, 40).map(({ key }) => key),
      ...library.slice(0, 1).map(({ key }) => key),
    ]);
    expect(engine.size).toBe(1);
    expect(engine.find(repositories, everything).items).toEqual([]);
  });

  it('gives way to other work between chunks', async () => {
    const engine = createBm25Engine();
    const adding = engine.add(papers(250));
    await new Promise((resolve) => setTimeout(resolve));
    expect(engine.size).toBeLessThan(250);
    await adding;
    expect(engine.size).toBe(250);
  });
});

describe('search', () => {
  it.each<[string, string, number]>([
    ['all words', 'speech recognition', 7],
    ['words of two papers that no one paper has', 'speech grasping', 0],
    ['a word that is being typed', 'spee', 7],
    ['a word that is typed to its end with a space', 'spee ', 0],
    ['a keyword', 'ocean', 6],
    ['an author', 'second author', 41],
    ['nothing', '', 0],
    ['function words', 'the of', 0],
    ['signs', '🙂 "*" \\', 0],
  ])('finds %s', async (_, text, count) => {
    expect((await engineWith(library)).search(text, 50)).toHaveLength(count);
  });

  it('gives no more than asked for', async () => {
    expect((await engineWith(library)).search('author', 3)).toHaveLength(3);
  });
});
