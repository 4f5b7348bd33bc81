import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FeedChange } from '../../../../lib/db/feed';
import type { Database } from '../../../../lib/db/open';
import { addSegment, segmentsOf, serveVersion } from '../../../../lib/db/segments';
import {
  encodeChange,
  type LoadedIndex,
  loadIndex,
  newSegment,
  takeIn,
  type EncoderSources,
  loadFeedIndex,
} from '../../../../lib/services/index/loaded-index';
import type { PaperEncoder } from '../../../../lib/services/index/paper-encoder';
import { paper, paperKey, papers } from '../../../support/builders';
import { freshDatabase } from '../../../support/database';
import { smallEncoder } from '../../../support/related/feed-index';
import { wordModelBytes } from '../../../support/related/word-model';

const encoder = smallEncoder();
let database: Database;

beforeEach(async () => {
  database = await freshDatabase()();
});

const store = (count: number, by: PaperEncoder = encoder) =>
  addSegment(
    database,
    newSegment(
      by,
      papers(count).map((one) => by.encode(one)),
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

  it('deletes segments that were cut off or are empty, keeps the others, and says that papers are missing', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const whole = await store(3);
    const { bytes, version } = newSegment(encoder, [encoder.encode(paper())]);
    await addSegment(database, { version, bytes: bytes.slice(0, bytes.byteLength - 4) });
    await addSegment(database, { version, bytes: new ArrayBuffer(0) });

    const index = await loadIndex(database, encoder);

    expect([index.table.count, index.hasLost]).toEqual([3, true]);
    expect(await segmentsOf(database, encoder.version)).toEqual([whole]);
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

  it('takes out what is gone, even when the same response brought it', async () => {
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

const [former, current] = [smallEncoder({ seed: 1 }), smallEncoder({ seed: 2 })];
const sources: EncoderSources = {
  version: current.version,
  loadEncoder: async () => current,
  encoderOf: async () => former,
};

const serveFormer = () =>
  serveVersion(database, { version: former.version, bytes: wordModelBytes({ seed: 1 }) });

describe('loadFeedIndex', () => {
  it('begins with an empty index of the package’s model', async () => {
    const { serving, building } = await loadFeedIndex(database, sources);
    expect([serving.encoder, serving.table.count, building]).toEqual([current, 0, null]);
  });

  it('serves segments of the package’s model that no version record names yet', async () => {
    await store(3, current);
    const { serving } = await loadFeedIndex(database, sources);
    expect(serving.table.count).toBe(3);
  });

  it('serves the stored segments with the stored model when it is the package’s, and reads no file', async () => {
    await store(3, current);
    await serveVersion(database, { version: current.version, bytes: wordModelBytes({ seed: 2 }) });
    const loadEncoder = vi.fn<EncoderSources['loadEncoder']>();
    const encoderOf = async () => current;
    const { serving, building } = await loadFeedIndex(database, { ...sources, encoderOf, loadEncoder });
    expect([serving.table.count, building]).toEqual([3, null]);
    expect(loadEncoder).not.toHaveBeenCalled();
  });

  it('reads the package’s model when the stored copy of it cannot be read', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    await store(3, current);
    await serveVersion(database, { version: current.version, bytes: new ArrayBuffer(8) });
    const encoderOf = () => Promise.reject(new Error('cut off'));
    const { serving, building } = await loadFeedIndex(database, { ...sources, encoderOf });
    expect([serving.encoder, serving.table.count, building]).toEqual([current, 3, null]);
  });

  it('serves the former segments after an update, while new ones are made', async () => {
    await store(3, former);
    await serveFormer();
    await store(2, current);
    const { serving, building } = await loadFeedIndex(database, sources);
    expect([serving.encoder.version, serving.table.count]).toEqual([former.version, 3]);
    expect([building?.encoder.version, building?.table.count]).toEqual([current.version, 2]);
  });

  it('keeps the version of the former segments when only the topics changed', async () => {
    await store(3, former);
    await serveFormer();
    const encoderOf = async () => ({ ...former, version: 'its model with the topics of today' });
    const { serving } = await loadFeedIndex(database, { ...sources, encoderOf });
    expect([serving.encoder.version, serving.table.count]).toEqual([former.version, 3]);
  });

  it.each<[string, () => Promise<void>, Partial<EncoderSources>]>([
    [
      'the former model cannot be read',
      serveFormer,
      { encoderOf: () => Promise.reject(new Error('format 0')) },
    ],
    [
      'the former segments have another format',
      async () => {
        await serveFormer();
        for (const { id, ...record } of await segmentsOf(database, former.version)) {
          const bytes = record.bytes.slice(0);
          new Uint32Array(bytes)[1] = 0;
          await database.put('segments', { ...record, id, bytes: new Blob([bytes]) });
        }
      },
      {},
    ],
  ])('serves the new index at once when %s', async (_, prepare, overrides) => {
    vi.spyOn(console, 'error').mockReturnValue();
    await store(3, former);
    await prepare();
    await store(1, current);
    const { serving, building } = await loadFeedIndex(database, { ...sources, ...overrides });
    expect([serving.encoder, serving.table.count, building]).toEqual([current, 1, null]);
  });

  it('fails without the package’s model', async () => {
    const loadEncoder = () => Promise.reject(new Error('The package has no model.'));
    await expect(loadFeedIndex(database, { ...sources, loadEncoder })).rejects.toThrow('no model');
  });
});
