import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FeedChange } from '../../../../lib/db/feed';
import type { Database } from '../../../../lib/db/open';
import { addSegment, segmentsOf } from '../../../../lib/db/segments';
import {
  encodeChange,
  type LoadedIndex,
  loadIndex,
  newSegment,
  readRecords,
  takeIn,
} from '../../../../lib/services/index/loaded-index';
import { paper, paperKey, papers } from '../../../support/builders';
import { freshDatabase } from '../../../support/database';
import { smallEncoder } from '../../../support/feed-index';

const encoder = smallEncoder();
let database: Database;

beforeEach(async () => {
  database = await freshDatabase()();
});

const store = (count: number) =>
  addSegment(
    database,
    newSegment(
      encoder,
      papers(count).map((one) => encoder.encode(one)),
    ),
  );

/** Stores a change as a commit does. */
async function commit(index: LoadedIndex, change: FeedChange): Promise<boolean> {
  const segment = encodeChange(index, change);
  if (segment !== null) takeIn(index, await addSegment(database, segment));
  return segment !== null;
}

describe('loadIndex', () => {
  it('is empty for an empty store', async () => {
    const index = await loadIndex(database, encoder);
    expect([index.table.count, index.hasLost]).toEqual([0, false]);
  });

  it('reads the stored segments, and knows the record of each', async () => {
    const { id } = await store(3);
    const index = await loadIndex(database, encoder);
    expect(index.table.count).toBe(3);
    expect([...index.ids.values()]).toEqual([id]);
  });

  it('reads the segments of its own version only', async () => {
    await store(3);
    const other = smallEncoder({ seed: 2 });
    expect((await loadIndex(database, other)).table.count).toBe(0);
    expect(await segmentsOf(database, encoder.version)).toHaveLength(1);
  });

  it('deletes a segment that was cut off, keeps the others, and says that papers are missing', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const whole = await store(3);
    const { bytes, version } = newSegment(encoder, [encoder.encode(paper())]);
    await addSegment(database, { version, bytes: bytes.slice(0, bytes.byteLength - 4) });

    const index = await loadIndex(database, encoder);

    expect([index.table.count, index.hasLost]).toEqual([3, true]);
    expect(await segmentsOf(database, encoder.version)).toEqual([whole]);
  });
});

describe('readRecords', () => {
  it('tells the segments that can be read from those that cannot', () => {
    const { version, bytes } = newSegment(encoder, [encoder.encode(paper())]);
    const { segments, damaged } = readRecords(
      [
        { id: 4, version, bytes },
        { id: 7, version, bytes: new ArrayBuffer(8) },
        { id: 9, version, bytes: new ArrayBuffer(0) },
      ],
      version,
    );
    expect([...segments.values()]).toEqual([4]);
    expect(damaged).toEqual([7, 9]);
  });
});

describe('encodeChange', () => {
  it('writes a row for each new paper', async () => {
    const index = await loadIndex(database, encoder);
    expect(await commit(index, { papers: papers(3), gone: [] })).toBe(true);
    expect(index.table.count).toBe(3);
  });

  it('writes nothing when every row says it already', async () => {
    const index = await loadIndex(database, encoder);
    await commit(index, { papers: papers(3), gone: [] });
    expect(await commit(index, { papers: papers(3), gone: [paperKey('acl:never-there')] })).toBe(false);
    expect(await commit(index, { papers: [], gone: [] })).toBe(false);
  });

  it('writes only the rows that changed, and the newer one counts', async () => {
    const index = await loadIndex(database, encoder);
    await commit(index, { papers: papers(3), gone: [] });
    const [, second] = papers(3);
    await commit(index, { papers: second === undefined ? [] : [{ ...second, upvotes: 40 }], gone: [] });

    expect(index.table.segments.map(({ count }) => count)).toEqual([3, 1]);
    const position = index.table.find(second?.key ?? '');
    expect(position?.segment.upvotes[position.row]).toBe(40);
    expect(index.table.count).toBe(3);
  });

  it('takes out what is gone, also when the same response brought it', async () => {
    const index = await loadIndex(database, encoder);
    await commit(index, { papers: papers(2), gone: [] });
    await commit(index, { papers: papers(3), gone: papers(1).map(({ key }) => key) });
    expect(papers(3).map(({ key }) => index.table.find(key) !== null)).toEqual([false, true, true]);
    expect(index.table.count).toBe(2);
  });

  it('writes one row for a paper that a response holds twice: its last word', async () => {
    const index = await loadIndex(database, encoder);
    await commit(index, { papers: [paper({ upvotes: 1 }), paper({ upvotes: 2 })], gone: [] });
    const position = index.table.find(paper().key);
    expect(position?.segment.count).toBe(1);
    expect(position?.segment.upvotes[0]).toBe(2);
  });
});

describe('takeIn', () => {
  it('refuses a segment that cannot be read, rather than lose it silently', async () => {
    const index = await loadIndex(database, encoder);
    const record = { id: 1, version: encoder.version, bytes: new ArrayBuffer(8) };
    expect(() => takeIn(index, record)).toThrow('cannot be read');
  });
});
