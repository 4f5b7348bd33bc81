import type { Validators } from '../model/feed/request';
import { type Database, storageError } from './open';

/** The validators of a URL's last stored answer; undefined when it has none. */
export async function findValidators(database: Database, url: string): Promise<Validators | undefined> {
  const stored = await database.get('validators', url);
  if (stored === undefined) return undefined;
  const { url: _, storedAtMs: __, ...validators } = stored;
  return validators;
}

/** Forgets the validators stored before a moment (ms since epoch): their URLs are not asked again. */
export async function dropValidators(database: Database, beforeMs: number): Promise<void> {
  try {
    const transaction = database.transaction('validators', 'readwrite');
    for (let at = await transaction.store.openCursor(); at !== null; at = await at.continue()) {
      if (at.value.storedAtMs < beforeMs) await at.delete();
    }
    await transaction.done;
  } catch (error) {
    throw storageError(error);
  }
}
