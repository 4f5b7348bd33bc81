import { beforeEach, describe, expect, it, vi } from 'vitest';
import { allSaved, deleteSaved, putSaved } from '../../../../lib/db/saved';
import type { OpenDatabase } from '../../../../lib/db/open';
import { DAY } from '../../../../lib/model/dates';
import type { SavedPaper } from '../../../../lib/model/saved';
import { createSavedCopies, rescueSaved } from '../../../../lib/services/reading/saved-copies';
import { arxivId, facts, NOW_MS, savedPaper } from '../../../support/builders';
import { failWrites, freshDatabase } from '../../../support/database';
import { type FakeMirror, fakeMirror } from '../../../support/fake-mirror';

let open: OpenDatabase;
let mirror: FakeMirror;

beforeEach(() => {
  open = freshDatabase();
  mirror = fakeMirror();
  vi.spyOn(console, 'error').mockReturnValue();
});

/** A worker just started. */
const start = (broken: { readonly open?: OpenDatabase } = {}) =>
  createSavedCopies({ open, mirror, now: () => NOW_MS, ...broken });
const entryOf = (number: number, overrides: Partial<SavedPaper> = {}) =>
  savedPaper({ paper: facts({ ids: { arxiv: arxivId(`2606.0000${number}`) } }), ...overrides });
const stored = async () => allSaved(await open());
const mirrored = () => [...mirror.entries.values()];
const closed: OpenDatabase = () => Promise.reject(new Error('corrupt'));

const one = entryOf(1);
const two = entryOf(2);

describe('write', () => {
  it('goes to the mirror first, then to the database', async () => {
    const order: string[] = [];
    const write = mirror.write.bind(mirror);
    mirror.write = async (entries) => {
      expect(await stored()).toEqual([]);
      order.push('mirror');
      return write(entries);
    };
    await start().write([one]);
    expect(order).toEqual(['mirror']);
    expect(await stored()).toEqual([one]);
    expect(mirrored()).toEqual([one]);
  });

  it('survives a worker that is stopped between the two', async () => {
    void createSavedCopies({ open: () => new Promise(() => undefined), mirror, now: () => NOW_MS }).write([
      one,
    ]);
    await expect.poll(mirrored).toEqual([one]);
    expect(await start().read()).toEqual([one]);
    expect(await stored()).toEqual([one]);
  });

  it('is enough in the mirror, and comes back from there', async () => {
    const copies = start();
    await copies.write([one]);
    const heal = failWrites('saved');
    await copies.write([two]);
    heal();

    expect(await stored()).toEqual([one]);
    expect(await copies.read()).toEqual([one, two]);
    expect(await stored()).toEqual([one, two]);
  });

  it('is enough in the database, and is mirrored later', async () => {
    const copies = start();
    mirror.canWrite = false;
    await copies.write([one]);
    expect(await copies.read()).toEqual([one]);
    expect(mirrored()).toEqual([]);

    mirror.canWrite = true;
    expect(await copies.read()).toEqual([one]);
    expect(mirrored()).toEqual([one]);
    expect(await mirror.readRestored()).toBe(0);
  });

  it('fails only when both copies do', async () => {
    mirror.canWrite = false;
    failWrites('saved');
    await expect(start().write([one])).rejects.toMatchObject({ code: 'storage-full' });
  });

  it('is not taken for a loss by a read at the same time', async () => {
    const copies = start();
    await Promise.all([copies.read(), copies.write([one]), copies.read(), copies.write([two])]);
    expect(await copies.read()).toEqual([one, two]);
    expect(await mirror.readRestored()).toBe(0);
  });
});

describe('read', () => {
  it('restores a lost database from the mirror, and counts what came back', async () => {
    await start().write([one, two, entryOf(3, { removedAtMs: NOW_MS })]);
    await deleteSaved(
      await open(),
      (await stored()).map(({ key }) => key),
    );

    expect(await start().read()).toHaveLength(3);

    expect(await stored()).toHaveLength(3);
    // The removed one is no loss that the reader would notice.
    expect(await mirror.readRestored()).toBe(2);
  });

  it('adds up what came back until the reader was told', async () => {
    await start().write([one, two]);
    for (const { key } of [one, two]) {
      await deleteSaved(await open(), [key]);
      await start().read();
    }
    expect(await mirror.readRestored()).toBe(2);
  });

  it('rewrites a lost mirror from the database', async () => {
    await start().write([one, two]);
    mirror.entries.clear();
    expect(await start().read()).toEqual([one, two]);
    expect(mirrored()).toEqual([one, two]);
    expect(await mirror.readRestored()).toBe(0);
  });

  it.each([
    ['the database', 1, 2, 'reading'],
    ['the mirror', 2, 1, 'done'],
  ])('gives the copy of %s when it changed last', async (_, mirrorAtMs, databaseAtMs, state) => {
    mirror = fakeMirror([{ ...one, state: 'done', changedAtMs: mirrorAtMs }]);
    await putSaved(await open(), [{ ...one, state: 'reading', changedAtMs: databaseAtMs }]);

    expect(await start().read()).toMatchObject([{ state }]);
    expect(await stored()).toMatchObject([{ state }]);
    expect(mirrored()).toMatchObject([{ state }]);
  });

  it('does not bring a removed entry back from an old mirror', async () => {
    mirror = fakeMirror([{ ...one, changedAtMs: 1 }]);
    const removed = { ...one, changedAtMs: 2, removedAtMs: NOW_MS };
    await putSaved(await open(), [removed]);
    expect(await start().read()).toEqual([removed]);
    expect(mirrored()).toEqual([removed]);
  });

  it('forgets removals that can no longer be undone, in both copies', async () => {
    const expired = entryOf(3, { removedAtMs: NOW_MS - 30 * DAY - 1 });
    await start().write([one, entryOf(2, { removedAtMs: NOW_MS - 30 * DAY }), expired]);
    await start().read();
    expect((await stored()).map(({ key }) => key)).toEqual(['arxiv:2606.00001', 'arxiv:2606.00002']);
    expect(mirrored()).toHaveLength(2);
  });

  it('keeps an expired removal while the mirror does not let go of it', async () => {
    await start().write([entryOf(3, { removedAtMs: NOW_MS - 31 * DAY })]);
    mirror.canWrite = false;
    await start().read();
    expect(await stored()).toHaveLength(1);
  });

  it('falls back to the mirror when the database does not open, also later on', async () => {
    mirror = fakeMirror([one]);
    expect(await start({ open: closed }).read()).toEqual([one]);

    let isCorrupt = false;
    const copies = start({ open: () => (isCorrupt ? closed() : open()) });
    await copies.read();
    isCorrupt = true;
    expect(await copies.read()).toEqual([one]);
    isCorrupt = false;
    expect(await copies.read()).toEqual([one]);
  });

  it('falls back to the database when the mirror cannot be read', async () => {
    await putSaved(await open(), [one]);
    mirror.canRead = false;
    expect(await start().read()).toEqual([one]);
  });

  it('gives both together when the mirror cannot be repaired', async () => {
    mirror = fakeMirror([two]);
    mirror.canWrite = false;
    await putSaved(await open(), [one]);
    expect(await start().read()).toEqual([one, two]);
  });

  it('fails only when neither copy can be read', async () => {
    mirror.canRead = false;
    await expect(start({ open: closed }).read()).rejects.toMatchObject({ code: 'storage' });
  });
});

describe('clear', () => {
  it('deletes what either copy has', async () => {
    mirror = fakeMirror([two]);
    await putSaved(await open(), [one]);
    await start().clear();
    expect(await stored()).toEqual([]);
    expect(mirrored()).toEqual([]);
  });

  it('says so when something is left', async () => {
    mirror = fakeMirror([one]);
    mirror.canWrite = false;
    await expect(start().clear()).rejects.toThrow('storage.local is full');
  });
});

describe('rescueSaved', () => {
  it('gives the mirror what only the database has, or has newer, and takes nothing newer away', async () => {
    const newerOne = entryOf(1, { state: 'done', changedAtMs: NOW_MS + 5 });
    const newerTwo = entryOf(2, { state: 'done', changedAtMs: NOW_MS + 5 });
    const three = entryOf(3);
    mirror = fakeMirror([newerOne, two]);
    await rescueSaved([one, newerTwo, three], mirror);
    expect(mirrored()).toEqual([newerOne, newerTwo, three]);
  });

  it('fails when the mirror cannot be written', async () => {
    mirror.canWrite = false;
    await expect(rescueSaved([one], mirror)).rejects.toThrow('full');
  });
});
