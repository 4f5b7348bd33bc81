import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFeatures } from '../../../../lib/related/rank/features';
import { bestRows, nearestRows } from '../../../../lib/related/search/rows';
import { vectorOf } from '../../../../lib/related/segments/encode';
import type { Segment } from '../../../../lib/related/segments/segment';
import { day, papers, siteIds } from '../../../support/builders';
import { segmentOf, titledSegment } from '../../../support/related/segments';
import { wordModel } from '../../../support/related/word-model';

const model = wordModel();
const dated = papers(60, (index) => ({
  publishedOn: day(index % 2 === 0 ? '2026-06-01' : '2026-06-02'),
  upvotes: index,
}));
const later = papers(3, (index) => ({ ids: siteIds({ s2: `s${index}` }), upvotes: 100 }));
const segments: readonly Segment[] = [segmentOf(model, dated), segmentOf(model, later)];
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
    const segment = segmentOf(model, papers(3));
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
const segment = titledSegment(model, titles);
const vector = vectorOf(model, readFeatures(model, { title: 'ocean waves' }));
const everything = { limit: 3, minCosine: -1, isWanted: () => true };

describe('nearestRows', () => {
  it('gives the closest first, with the cosine as score', () => {
    const [first, second] = nearestRows([segment], vector, { ...everything, minCosine: -0 });
    expect(first).toMatchObject({ segment, row: 1 });
    const exact = vectorOf(model, readFeatures(model, { title: titles[1] ?? '' }));
    const cosine = exact.reduce((sum, component, position) => sum + component * (vector[position] ?? 0), 0);
    expect(first?.score).toBeCloseTo(cosine, 1.5);
    expect(first?.score).toBeLessThanOrEqual(1.02);
    expect(second?.score ?? 0).toBeLessThan(first?.score ?? 0);
  });

  it('leaves out rows that are too far or not wanted', () => {
    expect(nearestRows([segment], vector, { ...everything, minCosine: 1.1 })).toEqual([]);
    const others = nearestRows([segment], vector, { ...everything, isWanted: (_, row) => row !== 1 });
    expect(others.map(({ row }) => row)).not.toContain(1);
  });
});
