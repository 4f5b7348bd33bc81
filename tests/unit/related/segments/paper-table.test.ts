import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPaperTable, type PaperTable } from '../../../../lib/related/segments/paper-table';
import type { Segment } from '../../../../lib/related/segments/segment';
import { isTombstone } from '../../../../lib/related/segments/segment-row';
import { packPositions, parseSegment } from '../../../../lib/related/segments/segment-file';
import { arxivId, paper, papers } from '../../../support/builders';
import { segmentOf } from '../../../support/related/segments';
import { wordModel } from '../../../support/related/word-model';

const model = wordModel();
const { version } = model.header;
const keyOf = (number: number) => `arxiv:2606.${String(number).padStart(5, '0')}`;
const segmentWith = (numbers: readonly number[], gone: readonly number[] = [], upvotes = 0): Segment =>
  segmentOf(
    model,
    numbers.map((number) => paper({ ids: { arxiv: arxivId(keyOf(number).slice(6)) }, upvotes })),
    gone.map(keyOf),
  );

describe('find', () => {
  it('gives the newest row of a paper, and null for one that is absent or removed', () => {
    const table = createPaperTable([segmentWith([1, 2, 3]), segmentWith([2], [3], 7)]);

    expect(upvotesOf(table, 1)).toBe(0);
    expect(upvotesOf(table, 2)).toBe(7);
    expect(table.find(keyOf(3))).toBeNull();
    expect(table.find(keyOf(4))).toBeNull();
    expect(table.count).toBe(2);
  });

  it('finds a paper that came back', () => {
    const table = createPaperTable([segmentWith([1]), segmentWith([], [1])]);
    expect(table.count).toBe(0);
    table.append(segmentWith([1], [], 3));
    expect([table.count, upvotesOf(table, 1)]).toEqual([1, 3]);
  });

  it('distinguishes keys with the same hash', () => {
    const one = segmentOf(model, papers(2));
    one.keyHashes.fill(7);
    const table = createPaperTable([one]);
    expect(table.count).toBe(2);
  });

  it('is empty without segments', () => {
    expect(createPaperTable().find(keyOf(1))).toBeNull();
    expect(createPaperTable()).toMatchObject({ count: 0, segments: [] });
  });

  it('collapses many rows of one key', () => {
    const table = createPaperTable(
      Array.from({ length: 40 }, (_, upvotes) => segmentWith([5, 5, 5], [], upvotes)),
    );
    expect([table.count, upvotesOf(table, 5)]).toEqual([1, 39]);
  });
});

describe('replace', () => {
  it('puts a merged segment in the position of its parts', () => {
    const [oldest, two, three, newest] = [
      segmentWith([1, 2]),
      segmentWith([2, 3], [], 1),
      segmentWith([4], [1], 2),
      segmentWith([3], [], 3),
    ];
    const table = createPaperTable([oldest, two, three, newest]);
    const merged = merge([two, three]);

    table.replace([two, three], merged);

    expect(table.segments).toEqual([oldest, merged, newest]);
    expect([1, 2, 3, 4].map((number) => upvotesOf(table, number))).toEqual([null, 1, 3, 2]);
    expect(table.count).toBe(3);
  });

  it('removes a segment', () => {
    const segment = segmentWith([1]);
    const table = createPaperTable([segment, segmentWith([2])]);
    table.replace([segment], null);
    expect([table.count, table.find(keyOf(1))]).toEqual([1, null]);
  });
});

it('agrees with a Map, whatever is added, changed and removed', () => {
  const change = fc.record({ number: fc.integer({ min: 1, max: 30 }), isGone: fc.boolean() });
  fc.assert(
    fc.property(
      fc.array(fc.uniqueArray(change, { minLength: 1, selector: ({ number }) => number })),
      (steps) => {
        const table = createPaperTable();
        const truth = new Map<number, number>();
        for (const [step, changes] of steps.entries()) {
          const kept = changes.filter(({ isGone }) => !isGone).map(({ number }) => number);
          const gone = changes.filter(({ isGone }) => isGone).map(({ number }) => number);
          table.append(segmentWith(kept, gone, step));
          for (const number of kept) truth.set(number, step);
          for (const number of gone) truth.delete(number);
        }
        expect(table.count).toBe(truth.size);
        for (let number = 1; number <= 30; number++) {
          expect(upvotesOf(table, number)).toBe(truth.get(number) ?? null);
        }
      },
    ),
    { numRuns: 30 },
  );
});

function upvotesOf(table: PaperTable, number: number): number | null {
  const position = table.find(keyOf(number));
  return position === null ? null : (position.segment.upvotes[position.row] ?? null);
}

/** What a merge keeps: rows that are live, and those that take a paper out. */
function merge(segments: readonly Segment[]): Segment {
  const positions = segments.flatMap((segment) =>
    Array.from({ length: segment.count }, (_, row) => ({ segment, row })).filter(
      ({ row }) => segment.live[row] === 1 || isTombstone(segment, row),
    ),
  );
  const merged = parseSegment(packPositions(model.header, positions), version);
  if (merged === null) throw new Error('The merged segment cannot be read.');
  return merged;
}
