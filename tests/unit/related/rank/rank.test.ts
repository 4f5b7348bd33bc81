import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../../lib/model/paper/paper';
import { bm25Of } from '../../../../lib/related/rank/bm25';
import { componentScale } from '../../../../lib/related/segments/encode';
import { type RankOptions, rankPapers, scoreRows } from '../../../../lib/related/rank/rank';
import { type QueryPaper, readQuery } from '../../../../lib/related/rank/rank-query';
import type { Segment } from '../../../../lib/related/segments/segment';
import { WEIGHTS } from '../../../../lib/related/rank/weights';
import { day } from '../../../support/builders';
import { ODD_TEXTS, PAPER_TEXT } from '../../../support/related/related-texts';
import { segmentOf, titled, titledSegment } from '../../../support/related/segments';
import { wordModel } from '../../../support/related/word-model';

const model = wordModel();
const QUERY = { title: 'Ocean waves and tides', authors: [] };

/** The keys' numbers, in the order of the answer. */
function rank(
  feed: readonly Paper[],
  { query = QUERY, topics = [], ...options }: Partial<RankOptions> & Ask = {},
): readonly number[] {
  const segments = feed.length === 0 ? [] : [segmentOf(model, feed)];
  const { rows } = rankPapers(segments, readQuery(model, query, topics), { limit: 10, ...options });
  return rows.map(({ segment, row }) => Number(segment.keyOf(row).slice(-5)));
}
interface Ask {
  readonly query?: QueryPaper;
  readonly topics?: readonly string[];
}

/** Cosine and BM25 of a row, written out. */
function slowScore(vector: Float32Array, query: ReturnType<typeof readQuery>, segment: Segment, row: number) {
  const scale = componentScale(vector.length);
  const cosine = vector.reduce(
    (sum, part, position) => sum + (part * (segment.vectors[row * vector.length + position] ?? 0)) / scale,
    0,
  );
  return cosine + WEIGHTS.words * bm25Of(query.words, segment, row);
}

describe('scoreRows', () => {
  it('scores every row by cosine and BM25', () => {
    const feed = fc.array(PAPER_TEXT, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(feed, PAPER_TEXT, (texts, asked) => {
        const titles = texts.map(({ title }) => title);
        const written = titledSegment(model, titles, (index) => ({ ...texts[index] }));
        // No two titles are alike: each row is a work of its own.
        const segment = { ...written, titles: written.titles.map((_, row) => row) };
        const query = readQuery(model, { ...asked, authors: [] });
        const { rows, vector } = scoreRows([segment], query, {});
        const isBlank = query.words.self === 0;

        expect(new Set(rows.map(({ row }) => row)).size).toBe(isBlank ? 0 : texts.length);
        const expected = rows.map(({ row }) => slowScore(vector, query, segment, row));
        for (const [position, { score }] of rows.entries()) {
          expect(Math.abs(score - (expected[position] ?? 0))).toBeLessThan(1e-3);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives what is far away too, and one row for each title', () => {
    const segment = titledSegment(model, ['Ocean', 'Ocean', 'Unheard']);
    const { rows } = scoreRows([segment], readQuery(model, QUERY), {});
    expect(rows.map(({ row }) => row)).toEqual([0, 2]);
  });
});

describe('rankPapers', () => {
  it('gives nothing from an empty feed, and one paper from a feed of one', () => {
    expect(rank([])).toEqual([]);
    expect(rank(titled(['Ocean waves']))).toEqual([1]);
  });

  it.each(['closest', 'newest', 'upvoted'] as const)(
    'gives the first of the %s alone, as it gives them with all',
    (sort) => {
      const segment = titledSegment(
        model,
        Array.from({ length: 9 }, (_, index) => `Ocean waves ${index}`),
      );
      const query = readQuery(model, QUERY);
      const all = rankPapers([segment], query, { limit: 5, sort });
      const first = rankPapers([segment], query, { limit: 5, first: 2, sort });
      expect(first).toEqual({ ...all, rows: all.rows.slice(0, 2) });
      expect([all.rows.length, all.found]).toEqual([5, 5]);
    },
  );

  it('filters inside the search: what is left out takes no position', () => {
    const close = Array.from({ length: 60 }, (_, index) => `Ocean waves and tides ${index}`);
    const feed = titled([...close, 'Tides of an ocean', 'Waves of an ocean']);
    const found = rank(feed, { limit: 3, isWanted: (_, row) => row >= 60 });
    expect(new Set(found)).toEqual(new Set([61, 62]));
  });

  it('leaves out rows that were replaced or taken out', () => {
    const segment = titledSegment(model, ['Ocean waves', 'Ocean tides']);
    segment.live[0] = 0;
    const { rows } = rankPapers([segment], readQuery(model, QUERY), { limit: 10 });
    expect(rows.map(({ row }) => row)).toEqual([1]);
  });

  it('leaves out papers that are far from the closest one', () => {
    const feed = titled(['Ocean waves and tides', 'Coding agents and repositories']);
    expect(rank(feed)).toEqual([1]);
  });

  it.each([
    ['newest', [2, 3, 1]],
    ['upvoted', [3, 1, 2]],
  ] as const)('puts the %s first, among the related ones', (sort, expected) => {
    const days = ['2026-06-01', '2026-06-03', '2026-06-02', '2026-06-09'].map(day);
    const upvotes = [5, 1, 9, 99];
    const titles = [
      'Ocean waves and tides',
      'The ocean, waves and tides',
      'Tides and waves of the ocean',
      'Code',
    ];
    const feed = titled(titles, (index) => ({
      publishedOn: days[index] ?? day('2026-06-01'),
      upvotes: upvotes[index] ?? 0,
    }));
    expect(rank(feed, { sort })).toEqual(expected);
  });

  it.each<[string, Partial<Paper>, Ask]>([
    ['topic', { keywords: ['tide'] }, { topics: ['tide'] }],
    ['author', { authors: ['Jane Doe'] }, { query: { ...QUERY, authors: ['JANE DOE'] } }],
    ['organisation', { organisation: 'Institute' }, { query: { ...QUERY, organisation: 'institute' } }],
  ])('lets a shared %s decide between equals', (_, facts, ask) => {
    const titles = ['Ocean tides', 'Tides, ocean', 'Oceans, tide'];
    const feed = titled(titles, (index) => (index === 1 ? facts : {}));
    expect(rank(feed)[0]).toBe(1);
    expect(rank(feed, ask)[0]).toBe(2);
  });

  it('adds for at most three shared authors, and each once', () => {
    const names = ['Ann A', 'Bob B', 'Cy C', 'Di D', 'Ann A'];
    const scoreWith = (authors: readonly string[]): number => {
      const segment = titledSegment(model, ['Ocean'], () => ({ authors }));
      const { rows } = rankPapers([segment], readQuery(model, { ...QUERY, authors: names }), { limit: 1 });
      return rows[0]?.score ?? 0;
    };
    const plain = scoreWith([]);
    expect(scoreWith(['Ann A']) - plain).toBeCloseTo(WEIGHTS.author, 6);
    expect(scoreWith(['Ann A', 'Ann A']) - plain).toBeCloseTo(WEIGHTS.author, 6);
    expect(scoreWith(names) - plain).toBeCloseTo(3 * WEIGHTS.author, 6);
  });

  it('gives the same answer in whatever order and segments the papers came', () => {
    const titles = 'Ocean,Ocean!,Ocean.,Waves,Waves?,Tides,Ocean flow,Flow,Agents,Code'.split(',');
    const feed = titled(titles.map((title, index) => `${title} ${'i'.repeat(index)}`));
    const query = readQuery(model, QUERY);
    const answers = [[feed], [feed.toReversed()], [feed.slice(4), feed.slice(0, 4)]].map((parts) => {
      const segments = parts.map((part) => segmentOf(model, part));
      const { rows } = rankPapers(segments, query, { limit: 10 });
      return rows.map(({ segment, row, score }) => [segment.keyOf(row), score]);
    });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('says how close each is to the closest one', () => {
    const segment = titledSegment(model, ['Ocean waves and tides', 'Ocean waves', 'Ocean']);
    const { rows } = rankPapers([segment], readQuery(model, QUERY), { limit: 10 });
    expect(rows[0]?.closeness).toBe(1);
    for (const { closeness } of rows) {
      expect(closeness).toBeGreaterThanOrEqual(WEIGHTS.minCloseness);
      expect(closeness).toBeLessThanOrEqual(1);
    }
  });

  it('moves the query towards the closest papers of a feed that is large enough', () => {
    const query = readQuery(model, QUERY);
    const vectorIn = (count: number): Float32Array => {
      const titles = Array.from(
        { length: count },
        (_, index) => `Ocean tides and agents ${'i'.repeat(index)}`,
      );
      const segment = titledSegment(model, titles);
      return rankPapers([segment], query, { limit: 5 }).vector;
    };
    expect(vectorIn(9)).toEqual(query.vector);
    expect(vectorIn(20)).not.toEqual(query.vector);
    expect(Math.hypot(...vectorIn(20))).toBeCloseTo(1, 5);
  });

  it.each(ODD_TEXTS)('answers a page of %s', (_, text) => {
    const feed = titled(['Ocean waves', 'Coding agents that read a repository', '强化学习']);
    const found = rank(feed, { query: { title: text, abstract: text, authors: [] } });
    expect(found.length).toBeLessThanOrEqual(3);
  });

  it.each(ODD_TEXTS)('ranks a paper of %s among others', (_, text) => {
    const feed = titled([text, 'Ocean waves'], (index) => (index === 0 ? { abstract: text } : {}));
    expect(rank(feed)).toEqual([2]);
  });

  it('finds a Chinese paper for a Chinese page', () => {
    const query = { title: '机器人的强化学习', authors: [] };
    expect(rank(titled(['Ocean waves', '深度强化学习方法', '海洋']), { query })[0]).toBe(2);
  });
});

describe('rankPapers, the prior', () => {
  const withPrior = wordModel({ prior: [0, 1] });

  /** How much further the query's vector points along the prior's direction than without one. */
  function shiftAmong(count: number): number {
    const segments = [
      titledSegment(
        model,
        Array.from({ length: count }, () => 'Ocean waves'),
      ),
    ];
    const [moved = 0, plain = 0] = [withPrior, model].map(
      (one) => rankPapers(segments, readQuery(one, QUERY), { limit: 5 }).vector[1],
    );
    return moved - plain;
  }

  it('counts nothing among a hundred papers, and the more the more there are', () => {
    expect(shiftAmong(100)).toBe(0);
    expect(shiftAmong(300)).toBeGreaterThan(0);
    expect(shiftAmong(600)).toBeGreaterThan(shiftAmong(300));
  });
});
