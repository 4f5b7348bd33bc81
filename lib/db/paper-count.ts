import type { SourceId } from '../model/paper/paper';
import type { Database } from './open';

/**
 * Counted once for each change: the browser goes through all papers for it (5 µs each, of one source), and at
 * each step of a sync somebody asks.
 */
const counts = new WeakMap<object, Map<SourceId | 'all', Promise<number>>>();

/** How many papers are cached, of one source or in all. Cost: nothing until the next change. */
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

/** Says that papers were stored or taken out. */
export function forgetCounts(database: object): void {
  counts.delete(database);
}
