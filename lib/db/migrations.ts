import type { IDBPDatabase } from 'idb';
import type { PaperkinSchema } from './schema';

/** One step from version `to - 1` to version `to`. */
interface Migration {
  readonly to: number;
  readonly name: string;
  run(database: IDBPDatabase<PaperkinSchema>): void;
}

/** In order, numbered from 1 without gaps (a test checks it). A step that has landed is never changed. */
const MIGRATIONS: readonly Migration[] = [
  {
    to: 1,
    name: 'papers, editions, jobs, lookups, saved',
    run(database) {
      const papers = database.createObjectStore('papers', { keyPath: 'key' });
      papers.createIndex('identity', 'identity', { multiEntry: true });
      papers.createIndex('source', 'sources', { multiEntry: true });
      database.createObjectStore('editions', { keyPath: ['source', 'date'] });
      database.createObjectStore('jobs', { keyPath: 'source' });
      database.createObjectStore('lookups', { keyPath: 'key' });
      database.createObjectStore('saved', { keyPath: 'key' });
    },
  },
  {
    to: 2,
    name: 'segments, models',
    run(database) {
      const segments = database.createObjectStore('segments', { keyPath: 'id', autoIncrement: true });
      segments.createIndex('version', 'version');
      database.createObjectStore('models', { keyPath: 'version' });
    },
  },
];

export const DATABASE_VERSION = MIGRATIONS.length;

/** Runs every step after `oldVersion`. For `upgrade` of idb's `openDB`. */
export function migrate(database: IDBPDatabase<PaperkinSchema>, oldVersion: number): void {
  for (const migration of MIGRATIONS) {
    if (migration.to > oldVersion) migration.run(database);
  }
}
