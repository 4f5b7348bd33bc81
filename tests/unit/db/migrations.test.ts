import { type IDBPDatabase, openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { IDBFactory } from 'fake-indexeddb';
import { findAnswer, findLookup } from '../../../lib/db/answers';
import { editionsOf } from '../../../lib/db/editions';
import { findPaper } from '../../../lib/db/feed';
import { findJob } from '../../../lib/db/sync';
import { DATABASE_VERSION } from '../../../lib/db/migrations';
import { createDatabase } from '../../../lib/db/open';
import { allSaved } from '../../../lib/db/saved';
import { DATABASE_NAME } from '../../../lib/db/schema';
import { firstJob } from '../../../lib/services/sync/job';
import { paperKey } from '../../support/builders';
import { allPapers, freshDatabase } from '../../support/database';
import { feedIndexOn } from '../../support/related/feed-index';

describe('the schema after all migrations', () => {
  it('has the key and indexes of each store', async () => {
    const database = await freshDatabase()();
    const transaction = database.transaction([...database.objectStoreNames]);
    const shape = [...database.objectStoreNames].map((name) => {
      const store = transaction.objectStore(name);
      return [name, store.keyPath, [...store.indexNames]];
    });
    expect(shape).toEqual([
      ['answers', ['provider', 'key'], ['askedAtMs']],
      ['editions', ['source', 'date'], []],
      ['jobs', 'id', []],
      ['lookups', 'key', []],
      ['models', 'version', []],
      ['papers', 'key', ['identity', 'retentionScore', 'source']],
      ['rankings', 'source', []],
      ['saved', 'key', []],
      ['segments', 'id', ['version']],
      ['servers', 'source', []],
      ['starter', 'id', []],
      ['validators', 'url', []],
    ]);
    expect(database.version).toBe(DATABASE_VERSION);
  });
});

describe('a database of version 1', () => {
  it('keeps everything it holds', async () => {
    await databaseOfVersion1();
    const database = await createDatabase(async () => undefined)();

    expect(database.version).toBe(DATABASE_VERSION);
    const { identity: _, sources: __, ...paper } = VERSION_1.papers;
    expect(await allPapers(database)).toEqual([paper]);
    expect(await findPaper(database, { ids: {}, title: paper.title, authors: paper.authors })).toEqual(paper);
    expect(await editionsOf(database, 'hf-daily')).toEqual([VERSION_1.editions]);
    expect(await findJob(database, 'hf-daily')).toMatchObject({ state: { kind: 'due' } });
    expect(await findLookup(database, paperKey('arxiv:2606.00009'))).toEqual(VERSION_1.lookups);
    expect(await allSaved(database)).toEqual([VERSION_1.saved]);
  });

  it('gets rows for its papers in the background', async () => {
    await databaseOfVersion1();
    const index = feedIndexOn(createDatabase(async () => undefined));
    await index.maintain();
    expect((await index.serving()).table.find('arxiv:2606.00001')).not.toBeNull();
  });
});

describe('a database of version 2', () => {
  it('keeps what can be kept, and plans its jobs again', async () => {
    await databaseOfVersion2();
    const database = await createDatabase(async () => undefined)();

    expect(database.version).toBe(DATABASE_VERSION);
    const { identity: _, sources: __, ...paper } = VERSION_1.papers;
    expect(await allPapers(database)).toEqual([paper]);
    expect(await editionsOf(database, 'hf-daily')).toEqual([VERSION_1.editions]);
    expect(await allSaved(database)).toEqual([VERSION_1.saved]);
    expect(await database.getAll('segments')).toEqual([VERSION_2.segments]);
    expect(await database.getAll('models')).toEqual([VERSION_2.models]);
    expect(await database.getAll('jobs')).toEqual([
      {
        ...firstJob('arxiv'),
        state: { kind: 'off' },
      },
      {
        ...firstJob('hf-daily'),
        state: { kind: 'due' },
        lastSuccessAtMs: 1_781_092_800_000,
        dropped: [{ reason: 'no-id', count: 1 }],
      },
    ]);
  });

  it('orders its papers by which go first when space runs out', async () => {
    await databaseOfVersion2();
    const database = await createDatabase(async () => undefined)();
    expect(await database.getAllKeysFromIndex('papers', 'retentionScore')).toEqual(['arxiv:2606.00001']);
  });
});

describe('a database of version 4', () => {
  it('keeps the order of its papers and the answers of services, under their new names', async () => {
    await databaseOfVersion4();
    const database = await createDatabase(async () => undefined)();

    const { worth: _, ...paper } = VERSION_4.papers;
    expect(await database.getAllFromIndex('papers', 'retentionScore')).toEqual([
      { ...paper, retentionScore: 20_830 },
    ]);
    expect(await findAnswer(database, 'openalex', paperKey('arxiv:2606.00001'))).toEqual({
      provider: 'openalex',
      key: 'arxiv:2606.00001',
      papers: [],
      askedAtMs: 1_781_092_800_000,
    });
  });
});

/** A record of each store, as version 1 wrote it. Frozen: never changed to suit what came later. */
const VERSION_1 = {
  papers: {
    key: 'arxiv:2606.00001',
    ids: { arxiv: '2606.00001' },
    title: 'Coding agents that read whole repositories',
    abstract: 'We study how coding agents explore repositories before they edit them.',
    authors: ['First Author', 'Second Author'],
    authorCount: 2,
    publishedOn: '2026-06-08',
    categories: ['cs.SE'],
    keywords: ['coding agents'],
    upvotes: 12,
    addedAtMs: 1_781_092_800_000,
    provenance: [
      {
        source: 'hf-daily',
        fetchedAtMs: 1_781_092_800_000,
        link: 'https://huggingface.co/papers/2606.00001',
      },
    ],
    identity: ['arxiv:2606.00001', 'title:codingagentsthatreadwholerepositories|author'],
    sources: ['hf-daily'],
  },
  editions: {
    source: 'hf-daily',
    date: '2026-06-09',
    papers: ['arxiv:2606.00001'],
    fetchedAtMs: 1_781_092_800_000,
  },
  jobs: {
    source: 'hf-daily',
    state: { kind: 'idle', nextRunAtMs: 1_781_114_400_000 },
    queue: [],
    skipped: [],
    plannedAtMs: 1_781_092_800_000,
    done: 3,
    failures: 0,
    lastRequestAtMs: 1_781_092_800_000,
    lastSuccessAtMs: 1_781_092_800_000,
    dropped: [{ reason: 'no-id', count: 1 }],
  },
  lookups: { key: 'arxiv:2606.00009', fetchedAtMs: 1_781_092_800_000 },
  saved: {
    key: 'arxiv:2606.00001',
    paper: {
      ids: { arxiv: '2606.00001' },
      title: 'Coding agents that read whole repositories',
      authors: ['First Author'],
      authorCount: 2,
      categories: [],
      keywords: [],
    },
    state: 'reading',
    savedAtMs: 1_781_092_800_000,
    changedAtMs: 1_781_092_800_000,
  },
};

/** What version 2 added, and what it wrote differently. Frozen, too. */
const VERSION_2 = {
  jobs: {
    arxiv: {
      source: 'arxiv',
      state: { kind: 'off' },
      queue: [],
      skipped: [],
      plannedAtMs: 0,
      done: 0,
      failures: 0,
      lastRequestAtMs: 0,
      dropped: [],
    },
    hfDaily: {
      source: 'hf-daily',
      state: { kind: 'running', done: 3, total: 5 },
      queue: [{ kind: 'day', date: '2026-06-08', page: 0, seen: [] }],
      skipped: [{ kind: 'recent', category: 'cs.LG', start: 0 }],
      skipCode: 'wrong-format',
      plannedAtMs: 1_781_092_800_000,
      done: 3,
      failures: 2,
      lastRequestAtMs: 1_781_092_800_000,
      restUntilMs: 1_781_093_400_000,
      lastSuccessAtMs: 1_781_092_800_000,
      dropped: [{ reason: 'no-id', count: 1 }],
    },
  },
  segments: { id: 1, version: 'words-1', bytes: new ArrayBuffer(8) },
  models: { version: 'words-1', bytes: new ArrayBuffer(4) },
};

/** What later steps of version 4 or before wrote, and version 5 writes differently. Frozen, too. */
const VERSION_4 = {
  papers: { ...VERSION_1.papers, worth: 20_830 },
  answers: { engine: 'openalex', key: 'arxiv:2606.00001', papers: [], askedAtMs: 1_781_092_800_000 },
};

/** The stores of version 1, written out: no code of ours that may change takes part. */
function storesOfVersion1(old: IDBPDatabase): void {
  const papers = old.createObjectStore('papers', { keyPath: 'key' });
  papers.createIndex('identity', 'identity', { multiEntry: true });
  papers.createIndex('source', 'sources', { multiEntry: true });
  old.createObjectStore('editions', { keyPath: ['source', 'date'] });
  old.createObjectStore('jobs', { keyPath: 'source' });
  for (const name of ['lookups', 'saved']) old.createObjectStore(name, { keyPath: 'key' });
}

async function databaseOfVersion1(): Promise<void> {
  vi.stubGlobal('indexedDB', new IDBFactory());
  const database = await openDB(DATABASE_NAME, 1, { upgrade: storesOfVersion1 });
  for (const [name, record] of Object.entries(VERSION_1)) await database.put(name, record);
  database.close();
}

async function databaseOfVersion2(): Promise<void> {
  vi.stubGlobal('indexedDB', new IDBFactory());
  const database = await openDB(DATABASE_NAME, 2, {
    upgrade(old) {
      storesOfVersion1(old);
      old
        .createObjectStore('segments', { keyPath: 'id', autoIncrement: true })
        .createIndex('version', 'version');
      old.createObjectStore('models', { keyPath: 'version' });
    },
  });
  const { jobs: _, ...records } = VERSION_1;
  for (const [name, record] of Object.entries(records)) await database.put(name, record);
  for (const job of Object.values(VERSION_2.jobs)) await database.put('jobs', job);
  await database.put('segments', VERSION_2.segments);
  await database.put('models', VERSION_2.models);
  database.close();
}

async function databaseOfVersion4(): Promise<void> {
  vi.stubGlobal('indexedDB', new IDBFactory());
  const database = await openDB(DATABASE_NAME, 4, {
    upgrade(old, _oldVersion, _newVersion, transaction) {
      storesOfVersion1(old);
      transaction.objectStore('papers').createIndex('worth', 'worth');
      const answers = old.createObjectStore('answers', { keyPath: ['engine', 'key'] });
      answers.createIndex('askedAtMs', 'askedAtMs');
    },
  });
  for (const [name, record] of Object.entries(VERSION_4)) await database.put(name, record);
  database.close();
}
