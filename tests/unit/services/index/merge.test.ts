import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../../lib/db/open';
import { addSegment, segmentsOf } from '../../../../lib/db/segments';
import { chooseRun, mergeOnce, type SegmentSize } from '../../../../lib/services/index/merge';
import { type LoadedIndex, loadIndex, newSegment, takeIn } from '../../../../lib/services/index/loaded-index';
import { tombstoneOf, type SegmentRow } from '../../../../lib/related/segments/segment-row';
import { paper, paperKey } from '../../../support/builders';
import { failWrites, freshDatabase } from '../../../support/database';
import { smallEncoder } from '../../../support/related/feed-index';

const full = (...rows: readonly number[]): readonly SegmentSize[] =>
  rows.map((count) => ({ rows: count, kept: count }));

describe('chooseRun', () => {
  it.each<[string, readonly SegmentSize[], ReturnType<typeof chooseRun>]>([
    ['nothing', [], null],
    ['one segment', full(10), null],
    ['sizes that double', full(80, 40, 20, 10), null],
    ['two of a size', full(10, 10), { start: 0, count: 2 }],
    ['the newest, back to a large one', full(100, 10, 8, 7), { start: 1, count: 3 }],
    ['all, when each is too small for those after it', full(12, 7, 4, 3), { start: 0, count: 4 }],
    ['not beyond the largest size', full(16_000, 9000), null],
    ['a segment of mostly dead rows', [{ rows: 100, kept: 40 }, ...full(1)], { start: 0, count: 1 }],
    ['a newest segment of dead rows only', [...full(100), { rows: 1, kept: 0 }], { start: 1, count: 1 }],
  ])('chooses of %s', (_, sizes, expected) => {
    expect(chooseRun(sizes)).toEqual(expected);
  });

  it('keeps segments few and rows seldom rewritten, however they come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 300 }), (commits) => {
        const sizes: number[] = [];
        let written = 0;
        for (const commit of commits) {
          sizes.push(commit);
          for (let run = chooseRun(full(...sizes)); run !== null; run = chooseRun(full(...sizes))) {
            const merged = sizes
              .slice(run.start, run.start + run.count)
              .reduce((sum, count) => sum + count, 0);
            sizes.splice(run.start, run.count, merged);
            written += merged;
          }
        }
        const rows = commits.reduce((sum, count) => sum + count, 0);
        const most = Math.log2(rows) + 2;
        expect(sizes.length).toBeLessThanOrEqual(most);
        expect(written).toBeLessThanOrEqual(rows * most);
      }),
    );
  });
});

const encoder = smallEncoder();
let database: Database;
let index: LoadedIndex;

beforeEach(async () => {
  database = await freshDatabase()();
  index = await loadIndex(database, encoder);
});

const row = encoder.encode(paper());
const rowFor = (key: string, upvotes = 0): SegmentRow => ({ ...row, key, upvotes });
const goneFor = (key: string): SegmentRow => tombstoneOf(encoder.model, paperKey(key));

async function append(...rows: readonly SegmentRow[]): Promise<void> {
  takeIn(index, await addSegment(database, newSegment(encoder, rows)));
}

async function mergeAll(): Promise<void> {
  while (await mergeOnce(database, index));
}

/** Upvotes by key, in memory and as a worker started now would read them. */
async function contents() {
  const read = ({ table }: LoadedIndex) =>
    Object.fromEntries(
      table.segments.flatMap((segment) =>
        Array.from({ length: segment.count }, (_, position) => position)
          .filter((position) => segment.live[position] === 1)
          .map((position) => [segment.keyOf(position), segment.upvotes[position]]),
      ),
    );
  const inMemory = read(index);
  expect(read(await loadIndex(database, encoder))).toEqual(inMemory);
  return inMemory;
}

describe('mergeOnce', () => {
  it('does nothing when no merge is worth it', async () => {
    expect(await mergeOnce(database, index)).toBe(false);
    await append(rowFor('acl:a'));
    expect(await mergeOnce(database, index)).toBe(false);
  });

  it('makes one segment of several, in memory and in the store', async () => {
    await append(rowFor('acl:a', 1), rowFor('acl:b', 2));
    await append(rowFor('acl:c', 3));
    await append(rowFor('acl:b', 9));
    const before = await contents();

    expect(await mergeOnce(database, index)).toBe(true);

    expect(await contents()).toEqual(before);
    expect(before).toEqual({ 'acl:a': 1, 'acl:b': 9, 'acl:c': 3 });
    expect(index.table.segments.map(({ count }) => count)).toEqual([3]);
    expect([...index.ids.values()]).toEqual(
      (await segmentsOf(database, encoder.version)).map(({ id }) => id),
    );
  });

  it('drops a row that takes a paper out only where no older segment has the paper', async () => {
    await append(...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => rowFor(`acl:${name}`)));
    await append(goneFor('acl:a'));
    await append(rowFor('acl:i'));
    await mergeAll();
    expect(index.table.segments.map(({ count }) => count)).toEqual([8, 2]);
    expect(Object.keys(await contents())).not.toContain('acl:a');

    await append(rowFor('acl:j'), rowFor('acl:k'));
    await mergeAll();
    expect(index.table.segments.map(({ count }) => count)).toEqual([10]);
    expect(Object.keys(await contents())).not.toContain('acl:a');
  });

  it('brings back a paper that was taken out before', async () => {
    await append(rowFor('acl:a', 1));
    await append(goneFor('acl:a'));
    await append(rowFor('acl:a', 5));
    await mergeAll();
    expect(await contents()).toEqual({ 'acl:a': 5 });
    expect(index.table.segments.map(({ count }) => count)).toEqual([1]);
  });

  it('leaves no segment when nothing is left to keep', async () => {
    await append(rowFor('acl:a'));
    await append(goneFor('acl:a'));
    await mergeAll();
    expect(await contents()).toEqual({});
    expect(await segmentsOf(database, encoder.version)).toEqual([]);
    expect(index.ids.size).toBe(0);
  });

  it('collapses thousands of rows of one paper into one', async () => {
    for (let round = 0; round < 4; round++) {
      await append(...Array.from({ length: 1000 }, (_, upvotes) => rowFor('acl:a', round * 1000 + upvotes)));
    }
    await mergeAll();
    expect(await contents()).toEqual({ 'acl:a': 3999 });
    expect(index.table.segments.map(({ count }) => count)).toEqual([1]);
  });

  it('leaves memory and store as they were when the disk is full', async () => {
    await append(rowFor('acl:a'));
    await append(rowFor('acl:b'));
    const segments = [...index.table.segments];
    const heal = failWrites('segments');
    await expect(mergeOnce(database, index)).rejects.toMatchObject({ code: 'storage-full' });
    heal();
    expect([...index.table.segments]).toEqual(segments);
    expect(Object.keys(await contents())).toEqual(['acl:a', 'acl:b']);
  });
});
