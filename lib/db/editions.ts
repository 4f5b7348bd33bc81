import type { IsoDate } from '../model/dates';
import type { Edition, Ranking } from '../model/feed/edition';
import type { SourceId } from '../model/paper/paper';
import type { Database } from './open';

// In the ranges below `[]` stands for "after every day": an array sorts after every string.

/** The edition of a day; undefined when it was never fetched. It may list nothing (a holiday). */
export async function findEdition(
  database: Database,
  source: SourceId,
  date: IsoDate,
): Promise<Edition | undefined> {
  return database.get('editions', [source, date]);
}

/** The editions of a source between two days, oldest first. */
export async function editionsOf(
  database: Database,
  source: SourceId,
  from?: IsoDate,
  to?: IsoDate,
): Promise<readonly Edition[]> {
  const range = IDBKeyRange.bound(from === undefined ? [source] : [source, from], [source, to ?? []]);
  return database.getAll('editions', range);
}

/** The nearest edition with papers after (`next`) or before (`prev`) a day; the first or last without one. */
export async function nearestEdition(
  database: Database,
  source: SourceId,
  direction: 'next' | 'prev',
  from?: IsoDate,
): Promise<Edition | undefined> {
  const [least, most] = [[source], [source, []]] as const;
  const range =
    from === undefined
      ? IDBKeyRange.bound(least, most)
      : direction === 'next'
        ? IDBKeyRange.bound([source, from], most, true)
        : IDBKeyRange.bound(least, [source, from], false, true);
  let cursor = await database.transaction('editions').store.openCursor(range, direction);
  while (cursor !== null && !listsPapers(cursor.value)) cursor = await cursor.continue();
  return cursor?.value; // Null past the last.
}

/** How many days of a source were fetched, including days without papers. */
export async function countEditions(database: Database, source: SourceId): Promise<number> {
  return database.count('editions', IDBKeyRange.bound([source], [source, []]));
}

/** True for an edition with something to show. */
function listsPapers({ papers, replaced = [] }: Edition): boolean {
  return papers.length + replaced.length > 0;
}

/** The list that a source orders by itself; undefined before the first. */
export async function findRanking(database: Database, source: SourceId): Promise<Ranking | undefined> {
  return database.get('rankings', source);
}
