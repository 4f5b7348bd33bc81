import type { SourceId } from '../model/paper/paper';
import { type Database, storageError } from './open';

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
 * IndexedDB sees it; without this function the earlier writes would stay.
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
    // It has ended already: the failure came from IndexedDB itself.
  }
}

/**
 * The counts since the last change. The browser visits every paper to count those of one source (5 µs each),
 * and each step of a sync asks.
 */
const counts = new WeakMap<object, Map<SourceId | 'all', Promise<number>>>();

/** How many papers are cached, of one source or in total. Cost: none until the next change. */
export function countPapers(database: Database, source?: SourceId): Promise<number> {
  const known = counts.get(database) ?? new Map<SourceId | 'all', Promise<number>>();
  counts.set(database, known);
  const of = source ?? 'all';
  const counted =
    known.get(of) ??
    (source === undefined ? database.count('papers') : database.countFromIndex('papers', 'source', source));
  known.set(of, counted);
  counted.catch(() => known.delete(of)); // The caller gets the error; the next one counts again.
  return counted;
}

/** To be called once papers were stored or deleted. */
function forgetCounts(database: object): void {
  counts.delete(database);
}
