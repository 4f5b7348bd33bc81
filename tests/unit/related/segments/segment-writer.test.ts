import { describe, expect, it } from 'vitest';
import { parseSegment } from '../../../../lib/related/segments/segment-file';
import { isSameRow, rowOf } from '../../../../lib/related/segments/segment-row';
import { packPositions, packRows } from '../../../../lib/related/segments/segment-writer';
import { papers } from '../../../support/builders';
import { segmentOf } from '../../../support/related/segments';
import { wordModel } from '../../../support/related/word-model';

const model = wordModel();
const { version } = model.header;
const several = papers(6, (index) => ({
  title: `Coding agents and ocean waves, part ${'x'.repeat(index)}`,
  abstract:
    ['Repository flow matching. '.repeat(index), '', '🙂', '$x$', 'Поиск', 'Unknown wordage'][index] ?? '',
  authors: Array.from({ length: index }, (_, number) => `Author ${number}`),
  keywords: Array.from({ length: index % 3 }, (_, number) => `topic ${number}`),
  upvotes: index,
}));

describe('packRows', () => {
  it('writes rows that read back as they were', () => {
    const rows = several.map((paper) => rowOf(model, paper, paper.keywords));
    const segment = parseSegment(packRows(model.header, rows), version);

    expect(segment?.count).toBe(rows.length);
    for (const [row, written] of rows.entries()) {
      expect(segment !== null && isSameRow(segment, row, written)).toBe(true);
      expect(segment?.keyOf(row)).toBe(written.key);
    }
  });
});

describe('packPositions', () => {
  it('copies rows of several segments in the order given', () => {
    const [one, other] = [segmentOf(model, several.slice(0, 3)), segmentOf(model, several.slice(3))];
    const positions = [
      { segment: other, row: 2 },
      { segment: one, row: 0 },
      { segment: other, row: 0 },
      { segment: one, row: 2 },
    ];
    const expected = [5, 0, 3, 2].map((index) => several[index]);

    const segment = parseSegment(packPositions(model.header, positions), version);

    for (const [row, paper] of expected.entries()) {
      if (segment === null || paper === undefined) throw new Error('A segment of four rows is expected.');
      expect(isSameRow(segment, row, rowOf(model, paper, paper.keywords))).toBe(true);
      expect(segment.keyOf(row)).toBe(paper.key);
      expect(segment.keyHashes[row]).toBe(segmentOf(model, [paper]).keyHashes[0]);
    }
  });

  it('keeps a tombstone', () => {
    const positions = [{ segment: segmentOf(model, [], ['arxiv:2606.00009']), row: 0 }];
    const segment = parseSegment(packPositions(model.header, positions), version);
    expect([segment?.live[0], segment?.keyOf(0)]).toEqual([0, 'arxiv:2606.00009']);
  });
});
