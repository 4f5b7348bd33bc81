import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { JobState } from '../model/feed/job';
import type { Paper, SourceId } from '../model/paper/paper';
import { retentionScoreOf } from '../model/paper/counts';
import type { Job } from './schema';

/** Untyped: a step sees the stores and fields of its own version, not those of today's schema. */
export type Upgrade = IDBPTransaction<unknown, string[], 'versionchange'>;

/** One step from version `to - 1` to version `to`. */
interface Migration {
  readonly to: number;
  readonly name: string;
  run(database: IDBPDatabase, transaction: Upgrade): Promise<void> | void;
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
  {
    to: 3,
    name: 'jobs by id, servers, validators, rankings, worth of papers',
    async run(database, transaction) {
      database.createObjectStore('servers', { keyPath: 'source' });
      database.createObjectStore('validators', { keyPath: 'url' });
      database.createObjectStore('rankings', { keyPath: 'source' });
      const papers = transaction.objectStore('papers');
      papers.createIndex('worth', 'worth');
      const old = (await transaction.objectStore('jobs').getAll()) as readonly JobOf2[]; // As version 2 wrote them.
      database.deleteObjectStore('jobs');
      const jobs = database.createObjectStore('jobs', { keyPath: 'id' });
      for (const job of old) await jobs.put(jobFrom2(job));
      for (let at = await papers.openCursor(); at !== null; at = await at.continue()) {
        await at.update({ ...at.value, worth: retentionScoreOf(at.value as Paper) });
      }
    },
  },
  {
    to: 4,
    name: 'answers, starter',
    run(database) {
      const answers = database.createObjectStore('answers', { keyPath: ['engine', 'key'] });
      answers.createIndex('askedAtMs', 'askedAtMs');
      database.createObjectStore('starter', { keyPath: 'id' });
    },
  },
  {
    to: 5,
    name: 'worth becomes retentionScore, engines become providers',
    async run(database, transaction) {
      const papers = transaction.objectStore('papers');
      papers.deleteIndex('worth');
      papers.createIndex('retentionScore', 'retentionScore');
      for (let at = await papers.openCursor(); at !== null; at = await at.continue()) {
        const { worth, ...paper } = at.value as { readonly worth: number };
        await at.update({ ...paper, retentionScore: worth });
      }
      const old = (await transaction.objectStore('answers').getAll()) as readonly {
        readonly engine: string;
      }[];
      database.deleteObjectStore('answers');
      const answers = database.createObjectStore('answers', { keyPath: ['provider', 'key'] });
      answers.createIndex('askedAtMs', 'askedAtMs');
      for (const { engine, ...answer } of old) await answers.put({ ...answer, provider: engine });
    },
  },
];

export const DATABASE_VERSION = MIGRATIONS.length;

/** Runs every step after `oldVersion`. For `upgrade` of idb's `openDB`. */
export async function migrate(
  database: IDBPDatabase,
  oldVersion: number,
  transaction: Upgrade,
): Promise<void> {
  for (const migration of MIGRATIONS) {
    if (migration.to > oldVersion) await migration.run(database, transaction);
  }
}

/** The parts of a version 2 job that are kept. */
interface JobOf2 {
  readonly source: SourceId;
  readonly state: { readonly kind: string };
  readonly lastSuccessAtMs?: number;
  readonly dropped: Job['dropped'];
}

/** A job that plans again: requests of version 2 may be unknown by now. A source that is off stays off. */
function jobFrom2({ source, state, lastSuccessAtMs, dropped }: JobOf2): Job {
  const next: JobState = state.kind === 'off' ? { kind: 'off' } : { kind: 'due' };
  return {
    id: source,
    source,
    state: next,
    stateAtMs: 0,
    queue: [],
    skipped: [],
    plannedAtMs: 0,
    done: 0,
    failures: 0,
    dropped,
    ...(lastSuccessAtMs === undefined ? {} : { lastSuccessAtMs }),
  };
}
