import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../../../lib/db/open';
import { addSegment, segmentsOf, serveVersion } from '../../../../lib/db/segments';
import { type EncoderSources, loadFeedIndex } from '../../../../lib/services/index/load';
import { newSegment } from '../../../../lib/services/index/loaded-index';
import type { PaperEncoder } from '../../../../lib/services/index/paper-encoder';
import { papers } from '../../../support/builders';
import { freshDatabase } from '../../../support/database';
import { smallEncoder } from '../../../support/feed-index';
import { wordModelBytes } from '../../../support/word-model';

const [former, current] = [smallEncoder({ seed: 1 }), smallEncoder({ seed: 2 })];
let database: Database;

beforeEach(async () => {
  database = await freshDatabase()();
});

const sources: EncoderSources = {
  version: current.version,
  loadEncoder: async () => current,
  encoderOf: async () => former,
};

const store = (encoder: PaperEncoder, count: number) =>
  addSegment(
    database,
    newSegment(
      encoder,
      papers(count).map((one) => encoder.encode(one)),
    ),
  );
const serveFormer = () =>
  serveVersion(database, { version: former.version, bytes: wordModelBytes({ seed: 1 }) });

describe('loadFeedIndex', () => {
  it('begins with an empty index of the package’s model', async () => {
    const { serving, building } = await loadFeedIndex(database, sources);
    expect([serving.encoder, serving.table.count, building]).toEqual([current, 0, null]);
  });

  it('serves what the package’s model has read before it was ever said to serve', async () => {
    await store(current, 3);
    const { serving } = await loadFeedIndex(database, sources);
    expect(serving.table.count).toBe(3);
  });

  it('serves the stored segments with the stored model when it is the package’s, and reads no file', async () => {
    await store(current, 3);
    await serveVersion(database, { version: current.version, bytes: wordModelBytes({ seed: 2 }) });
    const loadEncoder = vi.fn<EncoderSources['loadEncoder']>();
    const encoderOf = async () => current;
    const { serving, building } = await loadFeedIndex(database, { ...sources, encoderOf, loadEncoder });
    expect([serving.table.count, building]).toEqual([3, null]);
    expect(loadEncoder).not.toHaveBeenCalled();
  });

  it('reads the package’s model when the stored copy of it cannot be read', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    await store(current, 3);
    await serveVersion(database, { version: current.version, bytes: new ArrayBuffer(8) });
    const encoderOf = () => Promise.reject(new Error('cut off'));
    const { serving, building } = await loadFeedIndex(database, { ...sources, encoderOf });
    expect([serving.encoder, serving.table.count, building]).toEqual([current, 3, null]);
  });

  it('serves the former segments after an update, beside those that are made anew', async () => {
    await store(former, 3);
    await serveFormer();
    await store(current, 2);
    const { serving, building } = await loadFeedIndex(database, sources);
    expect([serving.encoder.version, serving.table.count]).toEqual([former.version, 3]);
    expect([building?.encoder.version, building?.table.count]).toEqual([current.version, 2]);
  });

  it('keeps the version of the former segments when only the topics changed', async () => {
    await store(former, 3);
    await serveFormer();
    const encoderOf = async () => ({ ...former, version: 'its model with the topics of today' });
    const { serving } = await loadFeedIndex(database, { ...sources, encoderOf });
    expect([serving.encoder.version, serving.table.count]).toEqual([former.version, 3]);
  });

  it.each<[string, () => Promise<void>, Partial<EncoderSources>]>([
    ['its model cannot be read', serveFormer, { encoderOf: () => Promise.reject(new Error('format 0')) }],
    [
      'its segments are of another format',
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
  ])('serves the new index at once when of the former %s', async (_, prepare, overrides) => {
    vi.spyOn(console, 'error').mockReturnValue();
    await store(former, 3);
    await prepare();
    await store(current, 1);
    const { serving, building } = await loadFeedIndex(database, { ...sources, ...overrides });
    expect([serving.encoder, serving.table.count, building]).toEqual([current, 1, null]);
  });

  it('fails without the package’s model', async () => {
    const loadEncoder = () => Promise.reject(new Error('The package has no model.'));
    await expect(loadFeedIndex(database, { ...sources, loadEncoder })).rejects.toThrow('no model');
  });
});
