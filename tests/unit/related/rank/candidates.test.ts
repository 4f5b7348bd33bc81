import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cosineOf, scanVector } from '../../../../lib/related/model/similarity';
import { bm25Of } from '../../../../lib/related/rank/bm25';
import {
  byScore,
  type Candidate,
  findCandidates,
  gatherRows,
  LEFT_OUT,
} from '../../../../lib/related/rank/candidates';
import { readQuery } from '../../../../lib/related/rank/rank-query';
import { WEIGHTS } from '../../../../lib/related/rank/weights';
import type { Segment } from '../../../../lib/related/segments/segment';
import { paper, papers } from '../../../support/builders';
import { PAPER_TEXT } from '../../../support/related/related-texts';
import { segmentOf, titled } from '../../../support/related/segments';
import { wordModel } from '../../../support/related/word-model';

const model = wordModel();

/** Two segments of papers, alternately with titles of their own and titles that some share. */
function segmentsOf(count: number, titleOf: (index: number) => string): readonly Segment[] {
  const all = titled(Array.from({ length: count }, (_, index) => titleOf(index)));
  const half = Math.ceil(count / 2);
  return [all.slice(0, half), all.slice(half)]
    .filter((part) => part.length > 0)
    .map((part) => segmentOf(model, part));
}

/** Scores for the rows of the segments, in their order. */
function columnsOf(segments: readonly Segment[], scores: readonly number[]): readonly Int32Array[] {
  let from = 0;
  return segments.map(({ count }) => Int32Array.from(scores.slice(from, (from += count))));
}

const keyOf = ({ segment, row }: Candidate): string => segment.keyOf(row);

/** The best of what is gathered. */
function bestRows(...[segments, columns, limit]: Parameters<typeof gatherRows>): readonly Candidate[] {
  return gatherRows(segments, columns, limit).toSorted(byScore).slice(0, limit);
}

/** Sorts everything: what `bestRows` must equal. */
function slowBest(...[segments, columns, limit]: Parameters<typeof gatherRows>): readonly Candidate[] {
  const rows = segments.flatMap((segment, position) =>
    [...(columns[position] ?? [])].map((score, row) => ({ segment, row, score })),
  );
  const ranked = rows.filter(({ score }) => score > LEFT_OUT).toSorted(byScore);
  const seen = new Set<number | undefined>();
  const kept = ranked.filter(({ segment, row }) => {
    const title = segment.titles[row];
    const isCopy = seen.has(title);
    seen.add(title);
    return !isCopy;
  });
  return kept.slice(0, limit);
}

describe('gatherRows', () => {
  it('equals sorting all rows, without copies', () => {
    const score = fc.oneof(
      fc.constantFrom(LEFT_OUT, 0, 5, 3),
      fc.integer({ min: -2000, max: 2000 }),
      fc.constant(1e6),
    );
    fc.assert(
      fc.property(fc.array(score, { maxLength: 40 }), fc.nat({ max: 45 }), (scores, limit) => {
        const segments = segmentsOf(scores.length, (index) => `Title ${index % 7}`);
        const columns = columnsOf(segments, scores);
        const expected = slowBest(segments, columns, limit);
        expect(bestRows(segments, columns, limit).map(keyOf)).toEqual(expected.map(keyOf));
      }),
    );
  });

  it('gives one row for hundreds of copies of one title, and finds what lies below them', () => {
    const segments = segmentsOf(310, (index) => (index < 300 ? 'Attention' : `Other ${index}`));
    const scores = Array.from({ length: 310 }, (_, index) => (index < 300 ? 900 + index : 100));

    const best = bestRows(segments, columnsOf(segments, scores), 5);

    expect(best.map(keyOf)).toEqual(
      ['00300', '00301', '00302', '00303', '00304'].map((id) => `arxiv:2605.${id}`),
    );
  });

  it('gives nothing for no rows, and nothing if all rows are left out', () => {
    const segments = segmentsOf(2, (index) => `Title ${index}`);
    expect(bestRows([], [], 5)).toEqual([]);
    expect(bestRows(segments, columnsOf(segments, [LEFT_OUT, LEFT_OUT]), 5)).toEqual([]);
  });

  it('estimates the floor of many rows, and gathers hardly more than are wanted', () => {
    const titles = Uint32Array.from({ length: 50_000 }, (_, row) => row);
    const segments = [{ ...segmentOf(model, papers(3)), titles }];
    const columns = [Int32Array.from({ length: 50_000 }, (_, row) => (row * 7919) % 50_000)];
    const gathered = gatherRows(segments, columns, 500);
    expect(gathered.length).toBeGreaterThanOrEqual(500);
    expect(gathered.length).toBeLessThan(1_000);
    const best = gathered.map(({ score }) => score).toSorted((a, b) => b - a);
    expect(best.slice(0, 500)).toEqual(Array.from({ length: 500 }, (_, position) => 49_999 - position));
  });

  it('orders equals by key, in whatever order they came', () => {
    const all = papers(20, (index) => ({ title: `Title ${index}` }));
    const keys = [all, all.toReversed()].map((order) =>
      bestRows([segmentOf(model, order)], [new Int32Array(20).fill(5)], 4).map(keyOf),
    );
    expect(keys[0]).toEqual(keys[1]);
  });
});

const QUERY = readQuery(model, { title: 'Ocean waves and tides', authors: [] });
const TITLES = ['Ocean waves', 'Ocean tides', 'Tides', 'Ocean tides'];
const feed = titled(TITLES);
const segments = [feed.slice(0, 2), feed.slice(2)].map((part) => segmentOf(model, part));

/** Titles of the candidates, sorted. */
function found(choice: Parameters<typeof findCandidates>[3]): readonly string[] {
  return findCandidates(segments, QUERY, QUERY.vector, choice, 10)
    .map(({ segment, row }) => TITLES[segments.indexOf(segment) * 2 + row] ?? '')
    .toSorted();
}

describe('findCandidates', () => {
  it('finds all rows of a small feed, one for each title', () => {
    expect(found({})).toEqual(['Ocean tides', 'Ocean waves', 'Tides']);
  });

  it('finds no row that is not wanted, excepted by position, or excepted by its title', () => {
    const [first, second] = segments;
    if (first === undefined || second === undefined) throw new Error('Two segments are expected.');
    expect(found({ isWanted: (segment) => segment === second })).toEqual(['Ocean tides', 'Tides']);
    expect(found({ except: [{ segment: second, row: 0 }] })).not.toContain('Tides');
    const exceptTitle = first.titles[1];
    if (exceptTitle === undefined) throw new Error('A title is expected.');
    expect(found({ exceptTitle })).toEqual(['Ocean waves', 'Tides']);
  });

  it('scores a row by the cosine of all components and BM25', () => {
    fc.assert(
      fc.property(PAPER_TEXT, PAPER_TEXT, (asked, texts) => {
        const query = readQuery(model, { ...asked, authors: [] });
        const segment = segmentOf(model, [paper(texts)]);
        const [candidate] = findCandidates([segment], query, query.vector, {}, 10);
        const cosine = cosineOf(scanVector(query.vector), segment, 0);
        const expected = cosine + WEIGHTS.words * bm25Of(query.words, segment, 0);
        expect(candidate?.score).toBeCloseTo(expected, 9);
      }),
    );
  });
});
