import { storageError } from './open';
import { forgetCounts } from './paper-count';

/** What a write needs of its transaction. */
interface Transaction {
  readonly db: object;
  readonly objectStoreNames: Iterable<string>;
  readonly done: Promise<void>;
  abort(): void;
}

/**
 * Runs the writes of one transaction and waits until they are stored.
 *
 * Errors: `storage`, `storage-full`; then nothing is stored. A value that cannot be cloned throws before
 * IndexedDB knows of it, which alone would not undo what was put before.
 */
export async function allOrNothing<T>(transaction: Transaction, work: () => Promise<T>): Promise<T> {
  const failure = transaction.done.then(
    () => null,
    (error: unknown) => storageError(error),
  );
  try {
    const result = await work();
    const failed = await failure;
    if (failed !== null) throw failed;
    if ([...transaction.objectStoreNames].includes('papers')) forgetCounts(transaction.db);
    return result;
  } catch (error) {
    abort(transaction);
    await failure;
    throw storageError(error);
  }
}

function abort(transaction: Transaction): void {
  try {
    transaction.abort();
  } catch {
    // It is over already: the failure came from IndexedDB itself.
  }
}
