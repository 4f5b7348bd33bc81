import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../../lib/db/open';
import {
  addSegment,
  addSegments,
  findModel,
  replaceSegments,
  segmentsOf,
  serveVersion,
  servingVersion,
} from '../../../lib/db/segments';
import { failWrites, freshDatabase } from '../../support/database';

let database: Database;

beforeEach(async () => {
  database = await freshDatabase()();
});

const bytesOf = (...bytes: readonly number[]): ArrayBuffer => Uint8Array.from(bytes).buffer;
const segment = (byte: number, version = 'old') => ({ version, bytes: bytesOf(byte) });
const stored = async (version = 'old') =>
  (await segmentsOf(database, version)).map(({ id, bytes }) => [id, ...new Uint8Array(bytes)]);

describe('addSegment', () => {
  it('adds a segment newer than those before, and gives it with its id', async () => {
    const first = await addSegment(database, segment(1));
    const second = await addSegment(database, segment(2));
    expect(second.id).toBeGreaterThan(first.id);
    expect(await segmentsOf(database, 'old')).toEqual([first, second]);
  });

  it('gives no id twice, even when the newest was deleted', async () => {
    const first = await addSegment(database, segment(1));
    await replaceSegments(database, [first.id], null);
    expect((await addSegment(database, segment(2))).id).toBeGreaterThan(first.id);
  });
});

describe('segmentsOf', () => {
  it('returns a segment without bytes if the browser lost them, and the others complete', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    await addSegment(database, segment(1));
    await addSegment(database, segment(2));
    vi.spyOn(Blob.prototype, 'arrayBuffer').mockRejectedValueOnce(
      new DOMException('gone', 'NotReadableError'),
    );
    expect(await stored()).toEqual([[1], [2, 2]]);
  });
});

describe('addSegments', () => {
  it('adds several inside a transaction of the feed, in order', async () => {
    const transaction = database.transaction(['papers', 'editions', 'jobs', 'segments'], 'readwrite');
    const added = await addSegments(transaction.objectStore('segments'), [segment(1), segment(2, 'new')]);
    await transaction.done;
    expect(added.map(({ id }) => id)).toEqual([1, 2]);
    expect(await stored()).toEqual([[1, 1]]);
    expect(await stored('new')).toEqual([[2, 2]]);
  });

  it('is undone with an aborted transaction', async () => {
    const transaction = database.transaction(['papers', 'editions', 'jobs', 'segments'], 'readwrite');
    await addSegments(transaction.objectStore('segments'), [segment(1)]);
    transaction.abort();
    await expect(transaction.done).rejects.toMatchObject({ name: 'AbortError' });
    expect(await stored()).toEqual([]);
  });
});

describe('replaceSegments', () => {
  beforeEach(async () => {
    for (const byte of [1, 2, 3]) await addSegment(database, segment(byte));
  });

  it('puts the merged segment in the position of the oldest one', async () => {
    await replaceSegments(database, [1, 2], { id: 1, ...segment(9) });
    expect(await stored()).toEqual([
      [1, 9],
      [3, 3],
    ]);
  });

  it('leaves nothing there when nothing is left', async () => {
    await replaceSegments(database, [2], null);
    expect(await stored()).toEqual([
      [1, 1],
      [3, 3],
    ]);
  });

  it('leaves everything as it was when the merged segment cannot be stored', async () => {
    const heal = failWrites('segments');
    const replacing = replaceSegments(database, [1, 2], { id: 1, ...segment(9) });
    await expect(replacing).rejects.toMatchObject({ code: 'storage-full' });
    heal();
    expect(await stored()).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });
});

describe('serveVersion', () => {
  const model = { version: 'new', bytes: bytesOf(7, 7) };

  it('is null before the first', async () => {
    expect(await servingVersion(database)).toBeNull();
    expect(await findModel(database, 'new')).toBeUndefined();
  });

  it('puts one version into use, and deletes the segments and models of all others', async () => {
    await serveVersion(database, { version: 'old', bytes: bytesOf(1) });
    await addSegment(database, segment(1));
    await addSegment(database, segment(2, 'new'));
    await addSegment(database, segment(3, 'older'));

    await serveVersion(database, model);

    expect(await servingVersion(database)).toBe('new');
    expect(await findModel(database, 'new')).toEqual(model);
    expect(await findModel(database, 'old')).toBeUndefined();
    expect((await database.getAll('segments')).map(({ version }) => version)).toEqual(['new']);
  });

  it('keeps the former one in use when the disk is full', async () => {
    await serveVersion(database, { version: 'old', bytes: bytesOf(1) });
    await addSegment(database, segment(1));
    const heal = failWrites('models');
    await expect(serveVersion(database, model)).rejects.toMatchObject({ code: 'storage-full' });
    heal();
    expect(await servingVersion(database)).toBe('old');
    expect(await stored()).toEqual([[1, 1]]);
  });
});
