import type { Ranking } from '../model/feed/edition';
import type { SourceId } from '../model/paper/paper';
import type { Database } from './open';

/** The list that a source orders by itself; undefined before the first. */
export async function findRanking(database: Database, source: SourceId): Promise<Ranking | undefined> {
  return database.get('rankings', source);
}
