import { createQueue } from '../../async';
import { allSaved, deleteSaved, type Mirror, putSaved } from '../../db/saved';
import { type OpenDatabase, storageError } from '../../db/open';
import { report } from '../../log';
import { DAY } from '../../model/dates';
import type { SavedPaper } from '../../model/saved';
import { reconcile } from '../../reading-list/merge';

/** How long a removal can be undone. */
const UNDO_MS = 30 * DAY;

export interface SavedCopiesOptions {
  readonly open: OpenDatabase;
  readonly mirror: Mirror;
  /** Ms since epoch. */
  readonly now: () => number;
}

/**
 * Makes the reading list's store: the database, and its mirror in `storage.local`.
 *
 * A change goes to the mirror first, then to the database, so that one copy has it even if the worker stops
 * in between. The first call after a start of the worker, and each call after a failure, compares the two
 * copies, answers with their union, and repairs what one lacks.
 *
 * Errors: `storage`, `storage-full`, only when both copies fail.
 */
export function createSavedCopies({ open, mirror, now }: SavedCopiesOptions) {
  let areAlike = false;
  /** One after the other: a comparison must not take a half-written change for a loss. */
  const inTurn = createQueue();

  const readDatabase = async (): Promise<readonly SavedPaper[]> => allSaved(await open());

  async function readBoth(): Promise<readonly SavedPaper[]> {
    const [database, mirrored] = await Promise.allSettled([readDatabase(), mirror.read()]);
    for (const copy of [database, mirrored]) {
      if (copy.status === 'rejected') report('reading list: one copy is unreadable', copy.reason);
    }
    if (database.status === 'rejected' && mirrored.status === 'rejected') throw storageError(database.reason);
    if (database.status === 'rejected') return mirrored.status === 'fulfilled' ? mirrored.value : [];
    return mirrored.status === 'rejected' ? database.value : repair(database.value, mirrored.value);
  }

  async function repair(
    database: readonly SavedPaper[],
    mirrored: readonly SavedPaper[],
  ): Promise<readonly SavedPaper[]> {
    const { toDatabase, toMirror, restored } = reconcile(database, mirrored);
    const merged = new Map([...database, ...toDatabase].map((entry) => [entry.key, entry]));
    const expired = [...merged.values()].filter(isExpired);
    try {
      if (toMirror.length > 0) await mirror.write(toMirror);
      if (toDatabase.length > 0) await putSaved(await open(), toDatabase);
      if (restored > 0) await mirror.writeRestored(restored + (await mirror.readRestored()));
      // The mirror goes first: a removal left only there would come back.
      if (expired.length > 0) await mirror.delete(expired.map(({ key }) => key));
      if (expired.length > 0) {
        await deleteSaved(
          await open(),
          expired.map(({ key }) => key),
        );
      }
      areAlike = true;
    } catch (error) {
      report('reading list: a copy was not repaired', error); // The next call tries again.
    }
    return [...merged.values()];
  }

  function isExpired({ removedAtMs }: SavedPaper): boolean {
    return removedAtMs !== undefined && removedAtMs < now() - UNDO_MS;
  }

  async function readAlike(): Promise<readonly SavedPaper[]> {
    try {
      return await readDatabase();
    } catch (error) {
      report('reading list: the database is unreadable', error);
      areAlike = false;
      return readBoth();
    }
  }

  async function writeBoth(entries: readonly SavedPaper[]): Promise<void> {
    const failures: unknown[] = [];
    const note = (error: unknown): void => void failures.push(error);
    await mirror.write(entries).catch(note);
    await open()
      .then((database) => putSaved(database, entries))
      .catch(note);
    if (failures.length === 2) throw storageError(failures[1]);
    for (const failure of failures) {
      areAlike = false;
      report('reading list: one copy was not written', failure);
    }
  }

  return {
    /** All entries, removed ones included. */
    read: () => inTurn(() => (areAlike ? readAlike() : readBoth())),

    /** Stores entries. An error means that neither copy has them. */
    write: (entries: readonly SavedPaper[]) => inTurn(() => writeBoth(entries)),

    /** Deletes every entry of both. An error means that something may be left. */
    clear: () =>
      inTurn(async () => {
        const [stored, mirrored] = await Promise.all([readDatabase(), mirror.read()]);
        const keys = [...new Set([...stored, ...mirrored].map(({ key }) => key))];
        await mirror.delete(keys);
        await deleteSaved(await open(), keys);
      }),
  };
}

/** Copies into the mirror what only the database has, or has newer: the database is about to be deleted. */
export async function rescueSaved(database: readonly SavedPaper[], mirror: Mirror): Promise<void> {
  await mirror.write(reconcile(database, await mirror.read()).toMirror);
}
