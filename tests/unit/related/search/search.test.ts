import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFeatures } from '../../../../lib/related/rank/features';
import { vectorOf } from '../../../../lib/related/segments/encode';
import { bestRows, nearestRows, searchRows } from '../../../../lib/related/search/search';
import { parseSearch } from '../../../../lib/related/search/query';
import type { Segment } from '../../../../lib/related/segments/segment';
import { day, papers, siteIds } from '../../../support/builders';
import { segmentOf, titledSegment } from '../../../support/related/segments';
import { wordModel } from '../../../support/related/word-model';

const model = wordModel({ words: ['ocean', 'wave', 'agent', 'tide', 'coding'], phrases: [] });
const subjects = ['Ocean waves', 'Ocean tides', 'Waves', 'Coding agents'];
const segment = titledSegment(model, [...subjects, ...subjects], (index) => ({
  authors: [index < 4 ? 'Jane Doe' : 'Richard Roe'],
  keywords: [index < 4 ? 'early' : 'late'],
}));

function find(typed: string, limit = 10, segments: readonly Segment[] = [segment]) {
  const query = parseSearch(typed, { idsOfUrl: () => null, topicKeyOf: (name) => name });
  const { exact, similar } = searchRows(model, { segments }, query, limit);
  const rowsOf = (rows: typeof exact) => rows.map(({ row }) => row).toSorted((a, b) => a - b);
  return { exact: rowsOf(exact), similar: rowsOf(similar) };
}

describe('searchRows', () => {
  it('finds rows with all words, then rows close in meaning, no row twice', () => {
    const { exact, similar } = find('ocean waves ');
    expect(exact).toEqual([0, 4]);
    expect(similar.length).toBeGreaterThan(0);
    expect(similar.filter((row) => exact.includes(row))).toEqual([]);
  });

  it('filters both kinds by authors and topics', () => {
    expect(find('ocean waves author:doe ').exact).toEqual([0]);
    expect(find('ocean waves author:doe ').similar.every((row) => row < 4)).toBe(true);
    expect(find('ocean waves topic:late')).toMatchObject({ exact: [4] });
    expect(find('author:roe ')).toEqual({ exact: [4, 5, 6, 7], similar: [] });
    expect(find('topic:early')).toEqual({ exact: [0, 1, 2, 3], similar: [] });
  });

  it('takes a quoted phrase at its word', () => {
    expect(find('"ocean waves"')).toEqual({ exact: [0, 4], similar: [] });
  });

  it('gives the newest papers to read for a phrase of function words', () => {
    expect(find('"state of the art"').exact).toHaveLength(8);
  });

  it.each(['', 'the of', '🙂 *', '1706.03762', 'https://example.com/'])('finds nothing for %j', (typed) => {
    expect(find(typed)).toEqual({ exact: [], similar: [] });
  });

  it('finds nothing by meaning for words that it does not know', () => {
    expect(find('asdfgh qwertz ')).toEqual({ exact: [], similar: [] });
    expect(find('xq')).toEqual({ exact: [], similar: [] });
  });

  it('gives no more than asked for, and then nothing by meaning', () => {
    expect(find('ocean waves ', 1)).toEqual({ exact: [0], similar: [] });
  });

  it('leaves out papers that are gone, and finds nothing in an empty feed', () => {
    const gone = titledSegment(model, ['Ocean waves']);
    gone.live[0] = 0;
    expect(find('ocean waves ', 10, [gone])).toEqual({ exact: [], similar: [] });
    expect(find('ocean waves ', 10, [])).toEqual({ exact: [], similar: [] });
  });

  it.each(['ocean ', 'abcd ', 'author:doe ', '"'])('answers %j ten thousand characters long', (piece) => {
    const { exact } = find(piece.repeat(10_000 / piece.length));
    expect(exact.length).toBeLessThan(10);
  });

  it('looks up a pasted abstract by its meaning', () => {
    const others = Array.from({ length: 80 }, (_, index) => `word${index.toString(36)}q${index}x`);
    const { exact, similar } = find(`${'ocean waves '.repeat(200)} ${others.join(' ')} `);
    expect(exact).toEqual([]);
    expect(similar).toContain(0);
  });
});

const whole = wordModel();
const dated = papers(60, (index) => ({
  publishedOn: day(index % 2 === 0 ? '2026-06-01' : '2026-06-02'),
  upvotes: index,
}));
const later = papers(3, (index) => ({ ids: siteIds({ s2: `s${index}` }), upvotes: 100 }));
const segments: readonly Segment[] = [segmentOf(whole, dated), segmentOf(whole, later)];
const keysOf = (rows: readonly { readonly segment: Segment; readonly row: number }[]) =>
  rows.map(({ segment, row }) => segment.keyOf(row));

describe('bestRows', () => {
  it('gives the best over all segments, as many as asked for', () => {
    const score = (segment: Segment, row: number): number => (segment === segments[1] ? 5 : row / 60);
    expect(keysOf(bestRows(segments, score, 4))).toEqual(['s2:s0', 's2:s1', 's2:s2', 'arxiv:2605.00060']);
  });

  it('puts the newer, then the more upvoted first among equals', () => {
    expect(keysOf(bestRows(segments.slice(0, 1), () => 0, 2))).toEqual([
      'arxiv:2605.00060',
      'arxiv:2605.00058',
    ]);
  });

  it('leaves out negative scores and rows that are not live', () => {
    const segment = segmentOf(whole, papers(3));
    segment.live[1] = 0;
    expect(keysOf(bestRows([segment], (_, row) => (row === 0 ? -1 : 1), 9))).toEqual(['arxiv:2605.00003']);
    expect(bestRows([], () => 1, 9)).toEqual([]);
  });

  it('gives what sorting all of them would give', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -3, max: 9 }), { minLength: 60, maxLength: 60 }),
        fc.integer({ min: 1, max: 8 }),
        (scores, limit) => {
          const score = (_: Segment, row: number): number => scores[row] ?? -1;
          const all = bestRows(segments, score, 1000);
          expect(keysOf(bestRows(segments, score, limit))).toEqual(keysOf(all.slice(0, limit)));
        },
      ),
      { numRuns: 40 },
    );
  });
});

const titles = ['Flow matching', 'Ocean waves and tides', 'Coding agents'];
const unlike = titledSegment(whole, titles);
const vector = vectorOf(whole, readFeatures(whole, { title: 'ocean waves' }));
const everything = { limit: 3, minCosine: -1, isWanted: () => true };

describe('nearestRows', () => {
  it('gives the closest first, with the cosine as score', () => {
    const [first, second] = nearestRows([unlike], vector, { ...everything, minCosine: -0 });
    expect(first).toMatchObject({ segment: unlike, row: 1 });
    const exact = vectorOf(whole, readFeatures(whole, { title: titles[1] ?? '' }));
    const cosine = exact.reduce((sum, component, position) => sum + component * (vector[position] ?? 0), 0);
    expect(first?.score).toBeCloseTo(cosine, 1.5);
    expect(first?.score).toBeLessThanOrEqual(1.02);
    expect(second?.score ?? 0).toBeLessThan(first?.score ?? 0);
  });

  it('leaves out rows that are too far or not wanted', () => {
    expect(nearestRows([unlike], vector, { ...everything, minCosine: 1.1 })).toEqual([]);
    const others = nearestRows([unlike], vector, { ...everything, isWanted: (_, row) => row !== 1 });
    expect(others.map(({ row }) => row)).not.toContain(1);
  });
});
