import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { createKept } from '../async';
import { AppError } from '../errors';
import { report } from '../log';
import type { SavedPaper } from '../model/saved';
import { DATABASE_VERSION, migrate, type Upgrade } from './migrations';
import { DATABASE_NAME, type PaperkinSchema } from './schema';

/** The open database. */
export type Database = IDBPDatabase<PaperkinSchema>;

/** Returns the open database, and opens it if necessary. Errors: `AppError` `storage`. */
export type OpenDatabase = () => Promise<Database>;

/** Takes the reading list of a database that is about to be deleted; an error keeps the database. */
export type Rescue = (saved: readonly SavedPaper[]) => Promise<void>;

/**
 * Makes the only way to the database.
 *
 * The handle is forgotten when the browser terminates it or a newer version wants in; the next call opens it
 * again. A database beyond repair is deleted and recreated: the feed is fetched again, and the reading list
 * comes back from its mirror (seen in Chromium: corrupt files cause a permanent UnknownError). If the
 * database is of a newer version (a downgrade), or if a migration cannot read it, it is deleted only after
 * `rescue` has taken its reading list.
 */
export function createDatabase(rescue: Rescue, name = DATABASE_NAME): OpenDatabase {
  /** What a migration met that is no fault of the disk: it would meet it again. */
  let broken: unknown = null;
  // Async, since a browser without storage throws synchronously.
  const open = async (): Promise<Database> =>
    openDB<PaperkinSchema>(name, DATABASE_VERSION, {
      upgrade(database, oldVersion, _newVersion, transaction) {
        void migrate(
          database as unknown as IDBPDatabase,
          oldVersion,
          transaction as unknown as Upgrade,
        ).catch((error: unknown) => {
          if (!(error instanceof DOMException)) broken = error;
          transaction.done.catch(() => undefined); // The opening fails with it.
          transaction.abort();
        });
      },
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close(); // The event's target is the connection that blocks.
        opened.forget();
      },
      terminated: () => opened.forget(),
    });
  const opened = createKept(() =>
    open()
      .catch(async (error: unknown) => {
        if (!isBeyondRepair(error) && broken === null) throw error;
        report('db: cannot open, starting anew', broken ?? error);
        const isReadable = broken !== null || (error as DOMException).name === 'VersionError'; // It is one: see above.
        if (isReadable) await rescue(await readSaved(name));
        broken = null;
        await deleteDB(name);
        return open();
      })
      .catch((error: unknown) => {
        throw new AppError('storage', 'IndexedDB cannot be opened.', { cause: error });
      }),
  );
  return opened.get;
}

/** The reading list of a database of any version. */
async function readSaved(name: string): Promise<readonly SavedPaper[]> {
  const database = await openDB<PaperkinSchema>(name);
  try {
    return await database.getAll('saved');
  } finally {
    database.close();
  }
}

/** True for corrupt files and, after a downgrade, for a newer version. A full disk is neither. */
function isBeyondRepair(error: unknown): error is DOMException {
  return error instanceof DOMException && (error.name === 'UnknownError' || error.name === 'VersionError');
}

/** What a write gives. Errors: `storage`, `storage-full`. */
export async function stored<T>(write: Promise<T>): Promise<T> {
  return write.catch((error: unknown) => {
    throw storageError(error);
  });
}

/** Turns a failed write into an error that says whether the disk is full. */
export function storageError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return new AppError(isFull ? 'storage-full' : 'storage', 'A write to IndexedDB failed.', { cause: error });
}
