import { describe, expect, it } from 'vitest';
import { vectorOf } from '../../../../lib/related/segments/encode';
import { readFeatures } from '../../../../lib/related/rank/features';
import { nearestRows } from '../../../../lib/related/search/nearest';
import { arxivId, paper } from '../../../support/builders';
import { segmentOf } from '../../../support/segments';
import { wordModel } from '../../../support/word-model';

const model = wordModel();
const titles = ['Flow matching', 'Ocean waves and tides', 'Coding agents'];
const segment = segmentOf(
  model,
  titles.map((title, index) =>
    paper({ ids: { arxiv: arxivId(`2606.0000${index + 1}`) }, title, abstract: '' }),
  ),
);
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
