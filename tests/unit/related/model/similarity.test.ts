import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vectorOf } from '../../../../lib/related/segments/encode';
import { readFeatures } from '../../../../lib/related/rank/features';
import { cosineOf, cosineOfRows, scanStored, scanVector } from '../../../../lib/related/model/similarity';
import { paper } from '../../../support/builders';
import { PAPER_TEXT } from '../../../support/related/related-texts';
import { segmentOf, titledSegment } from '../../../support/related/segments';
import { wordModel } from '../../../support/related/word-model';

const model = wordModel();

describe('cosineOf', () => {
  it('is the cosine of the two texts’ vectors, but for rounding', () => {
    fc.assert(
      fc.property(PAPER_TEXT, PAPER_TEXT, (query, texts) => {
        const vector = vectorOf(model, readFeatures(model, query));
        const other = vectorOf(model, readFeatures(model, texts));
        const segment = segmentOf(model, [paper(texts)]);
        const expected = vector.reduce((sum, part, position) => sum + part * (other[position] ?? 0), 0);
        expect(Math.abs(cosineOf(scanVector(vector), segment, 0) - expected)).toBeLessThan(0.02);
      }),
    );
  });

  it('reads the row that is asked for', () => {
    const segment = titledSegment(model, ['ocean', 'flow', 'agent']);
    const flow = scanVector(vectorOf(model, readFeatures(model, { title: 'flow' })));
    const cosines = [0, 1, 2].map((row) => cosineOf(flow, segment, row));
    expect(cosines[1]).toBeCloseTo(1, 1);
    expect(Math.max(...cosines)).toBe(cosines[1]);
  });
});

describe('cosineOfRows', () => {
  it('is 1 for a row and itself, the same both ways, and 0 for a text without words', () => {
    const segment = titledSegment(model, ['ocean flow', 'flow agent', '🙂']);
    const cosine = (one: number, row: number) =>
      cosineOfRows(scanStored(segment.vectors, one, segment.vectors.length / 3), { segment, row });

    expect(cosine(0, 0)).toBeCloseTo(1, 1);
    expect(cosine(0, 1)).toBe(cosine(1, 0));
    expect(cosine(0, 2)).toBe(0);
  });
});
