import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../lib/errors';
import { DATABASE_VERSION } from '../../../lib/db/migrations';
import { createDatabase, type Rescue, storageError } from '../../../lib/db/open';
import { allSaved, putSaved } from '../../../lib/db/saved';
import { DATABASE_NAME, type PaperkinSchema } from '../../../lib/db/schema';
import { savedPaper } from '../../support/builders';
import { freshDatabase, quotaExceeded } from '../../support/database';

const noRescue: Rescue = async () => undefined;

describe('createDatabase', () => {
  it('opens one connection for all callers', async () => {
    const open = freshDatabase();
    const [one, other] = await Promise.all([open(), open()]);
    expect(one).toBe(other);
    expect(one.version).toBe(DATABASE_VERSION);
  });

  it('keeps its content across a restart of the worker', async () => {
    const open = freshDatabase();
    await putSaved(await open(), [savedPaper()]);
    expect(await allSaved(await createDatabase(noRescue)())).toEqual([savedPaper()]);
  });

  it('lets a newer version in, and replaces a database of a newer version', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const open = freshDatabase();
    const first = await open();
    // Opening waits for the older connection to close: without `blocking` this would never end.
    (await openDB(DATABASE_NAME, DATABASE_VERSION + 1)).close();

    const second = await open();

    expect(second).not.toBe(first);
    expect(second.version).toBe(DATABASE_VERSION);
    expect(await allSaved(second)).toEqual([]);
  });

  it('hands over the reading list of a newer database before it replaces it', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    await futureDatabase();
    const rescue = vi.fn<Rescue>(async () => undefined);

    expect((await createDatabase(rescue)()).version).toBe(DATABASE_VERSION);
    expect(rescue).toHaveBeenCalledExactlyOnceWith([savedPaper()]);
  });

  it('replaces a database that a migration cannot read, once the reading list is safe', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    await oldDatabase({ key: 'acl:a paper of no time' });
    const rescue = vi.fn<Rescue>(async () => undefined);

    const database = await createDatabase(rescue)();
    expect(database.version).toBe(DATABASE_VERSION);
    expect(await database.count('papers')).toBe(0);
    expect(rescue).toHaveBeenCalledExactlyOnceWith([savedPaper()]);
  });

  it('refuses to delete a newer database whose reading list cannot be rescued', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    await futureDatabase();
    const open = createDatabase(() => Promise.reject(new Error('full')));

    await expect(open()).rejects.toMatchObject({ code: 'storage' });

    const future = await openDB<PaperkinSchema>(DATABASE_NAME);
    expect(await future.getAll('saved')).toEqual([savedPaper()]);
    future.close();
  });

  it('replaces a database with corrupt files', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const open = freshDatabase();
    failNextOpen(new DOMException('Internal error', 'UnknownError'));
    expect((await open()).version).toBe(DATABASE_VERSION);
  });

  it('fails with a code, keeps the data, and tries again with the next call', async () => {
    const open = freshDatabase();
    await putSaved(await open(), [savedPaper()]);
    const reopened = createDatabase(noRescue);
    failNextOpen(new DOMException('Full', 'QuotaExceededError'));

    await expect(reopened()).rejects.toMatchObject({ code: 'storage' });

    expect(await allSaved(await reopened())).toEqual([savedPaper()]);
  });
});

describe('storageError', () => {
  it.each([
    [quotaExceeded(), 'storage-full'],
    [new DOMException('Aborted', 'AbortError'), 'storage'],
    [new Error('anything'), 'storage'],
  ])('codes %s as %s', (error, code) => {
    expect(storageError(error)).toMatchObject({ code, cause: error });
  });

  it('leaves a coded error as it is', () => {
    const error = new AppError('storage-full', 'Full');
    expect(storageError(error)).toBe(error);
  });
});

/** A database of version 2 with one paper and one entry of the reading list. */
async function oldDatabase(paper: object): Promise<void> {
  vi.stubGlobal('indexedDB', new IDBFactory());
  const database = await openDB(DATABASE_NAME, 2, {
    upgrade(old) {
      for (const name of ['papers', 'saved']) old.createObjectStore(name, { keyPath: 'key' });
      old.createObjectStore('jobs', { keyPath: 'source' });
    },
  });
  await database.put('papers', paper);
  await database.put('saved', savedPaper());
  database.close();
}

/** A database of the next version, with one saved paper. */
async function futureDatabase(): Promise<void> {
  await putSaved(await freshDatabase()(), [savedPaper()]);
  (await openDB(DATABASE_NAME, DATABASE_VERSION + 1)).close();
}

function failNextOpen(error: DOMException): void {
  vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
    throw error;
  });
}
