import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../../lib/related/rank/candidates';
import { spreadOut } from '../../../../lib/related/rank/diversity';
import { titledSegment } from '../../../support/related/segments';
import { wordModel } from '../../../support/related/word-model';

const model = wordModel({
  words: ['ocean', 'flow', 'agent'],
  phrases: [],
  vectors: { ocean: [100], flow: [0, 100], agent: [0, 0, 100] },
});

/** Candidates by falling score, with these titles. */
function candidates(...titles: readonly (readonly [string, number])[]): readonly Candidate[] {
  const names = titles.map(([title]) => title);
  const segment = titledSegment(model, names);
  return titles.map(([, score], row) => ({ segment, row, score }));
}

const rows = (chosen: readonly Candidate[]): readonly number[] => chosen.map(({ row }) => row);

describe('spreadOut', () => {
  it('lets a row that is like one above it fall behind one that is nearly as good', () => {
    const chosen = spreadOut(candidates(['ocean', 1], ['ocean', 0.95], ['flow', 0.9]), 3);
    expect(rows(chosen)).toEqual([0, 2, 1]);
  });

  it('is mild: a row that is clearly better stays before', () => {
    const chosen = spreadOut(candidates(['ocean', 1], ['ocean', 0.95], ['flow', 0.6]), 3);
    expect(rows(chosen)).toEqual([0, 1, 2]);
  });

  it('keeps the order of rows that are not alike, and all scores', () => {
    const given = candidates(['ocean', 0.9], ['flow', 0.8], ['agent', 0.7]);
    expect(spreadOut(given, 3)).toEqual(given);
  });

  it('brings up a different row from below the cut', () => {
    const same = Array.from({ length: 5 }, (_, position) => ['ocean', 1 - position / 1000] as const);
    const chosen = spreadOut(candidates(...same, ['flow', 0.95]), 2);
    expect(rows(chosen)).toEqual([0, 5]);
  });

  it.each([
    [0, []],
    [2, [0, 1]],
    [9, [0, 1, 2]],
  ])('gives at most %d rows', (limit, expected) => {
    const given = candidates(['ocean', 0.9], ['flow', 0.8], ['agent', 0.7]);
    expect(rows(spreadOut(given, limit))).toEqual(expected);
  });

  it('gives nothing of nothing', () => {
    expect(spreadOut([], 5)).toEqual([]);
  });
});
