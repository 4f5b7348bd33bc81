import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createQueue } from '../../../../lib/async';
import { commitFeed } from '../../../../lib/db/feed';
import type { Database } from '../../../../lib/db/open';
import { addSegment, replaceSegments, segmentsOf } from '../../../../lib/db/segments';
import { type LoadedIndex, loadIndex, newSegment, takeIn } from '../../../../lib/services/index/loaded-index';
import { dropDamaged, type IndexWork, repairIndex } from '../../../../lib/services/index/repair';
import { paper, paperKey, papers } from '../../../support/builders';
import { freshDatabase } from '../../../support/database';
import { commitOf, smallEncoder } from '../../../support/related/feed-index';

const encoder = smallEncoder();
let database: Database;
let index: LoadedIndex;
let stop: AbortController;
let steps: number;

beforeEach(async () => {
  database = await freshDatabase()();
  index = await loadIndex(database, encoder);
  stop = new AbortController();
  steps = 0;
});

const work = (overrides: Partial<IndexWork> = {}): IndexWork => ({
  database,
  inTurn: createQueue(),
  pause: () => new Promise<void>((resolve) => setImmediate(resolve)),
  signal: stop.signal,
  onStep: async () => void steps++,
  beforeTitles: async () => undefined,
  papersPerStep: 50,
  ...overrides,
});

/** Papers in the feed without rows, as an older version of the extension left them. */
async function storePapers(count: number, from = 1): Promise<void> {
  await commitFeed(database, commitOf(papers(from + count - 1).slice(from - 1)), () => []);
}

describe('repairIndex', () => {
  it('does no work when papers and rows agree', async () => {
    expect(await repairIndex(work(), index)).toBe(true);
    expect(steps).toBe(0);
  });

  it('reads the papers that have no row, and only those', async () => {
    await storePapers(20);
    await repairIndex(work(), index);
    const before = await segmentsOf(database, encoder.version);
    await storePapers(3, 100);
    await repairIndex(work(), index);

    expect(index.table.count).toBe(23);
    expect((await segmentsOf(database, encoder.version)).slice(0, 1)).toEqual(before);
    expect((await loadIndex(database, encoder)).table.count).toBe(23);
  });

  it('goes on where a stopped worker was', async () => {
    await storePapers(110);
    const stopping = new Promise<void>((resolve) => {
      const onStep = () => {
        if (index.table.count < 100) return Promise.resolve();
        resolve();
        return new Promise<void>(() => undefined); // A stopped worker runs no further.
      };
      void repairIndex(work({ onStep }), index);
    });
    await stopping;
    expect(index.table.count).toBe(100);

    const restarted = await loadIndex(database, encoder);
    expect(restarted.table.count).toBe(100);
    const encode = vi.spyOn(restarted.encoder, 'encode');
    expect(await repairIndex(work(), restarted)).toBe(true);
    expect(restarted.table.count).toBe(110);
    expect(encode).toHaveBeenCalledTimes(10);
  });

  it('stops when the feed is cleared, and says so', async () => {
    await storePapers(110);
    const onStep = async () => {
      if (index.table.count === 50) stop.abort();
    };
    expect(await repairIndex(work({ onStep }), index)).toBe(false);
    expect(index.table.count).toBe(50);
  });

  it('says at each step that it goes on, even while it only looks for what is missing', async () => {
    await storePapers(500);
    await repairIndex(work(), index);
    steps = 0;
    await repairIndex(work(), index);
    expect(steps).toBe(2);
  });

  it('lets messages in between pieces', async () => {
    await storePapers(100);
    const pause = vi.fn<IndexWork['pause']>(async () => undefined);
    await repairIndex(work({ pause }), index);
    expect(pause.mock.calls.length).toBeGreaterThanOrEqual(5);
  });

  it('takes out rows whose paper is gone, and keeps those that came in meanwhile', async () => {
    await storePapers(3);
    await repairIndex(work(), index);
    takeIn(
      index,
      await addSegment(
        database,
        newSegment(encoder, [encoder.encode(paper({ key: paperKey('acl:stale') }))]),
      ),
    );

    expect(await repairIndex(work(), index)).toBe(true);

    expect(index.table.find('acl:stale')).toBeNull();
    expect(index.table.count).toBe(3);
    expect((await loadIndex(database, encoder)).table.count).toBe(3);
  });
});

describe('dropDamaged', () => {
  it('keeps what is whole', async () => {
    await storePapers(5);
    await repairIndex(work(), index);
    await dropDamaged(work(), index);
    expect([index.table.count, index.hasLost]).toEqual([5, false]);
  });

  it('drops a segment whose bytes changed, so that its papers are read again', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    await storePapers(5);
    await repairIndex(work(), index);
    const [record] = await segmentsOf(database, encoder.version);
    if (record === undefined) throw new Error('A stored segment is expected.');
    const bytes = record.bytes.slice(0);
    new Uint8Array(bytes)[100] = (new Uint8Array(bytes)[100] ?? 0) ^ 64;
    await replaceSegments(database, [record.id], { ...record, bytes });

    const restarted = await loadIndex(database, encoder);
    expect(restarted.hasLost).toBe(false); // Its length and format are right.
    await dropDamaged(work(), restarted);
    expect([restarted.table.count, restarted.hasLost]).toEqual([0, true]);
    expect(await segmentsOf(database, encoder.version)).toEqual([]);

    await repairIndex(work(), restarted);
    expect([restarted.table.count, restarted.hasLost]).toEqual([5, false]);
    expect(
      new Uint8Array((await segmentsOf(database, encoder.version))[0]?.bytes ?? new ArrayBuffer()),
    ).toEqual(new Uint8Array(record.bytes));
  });
});
