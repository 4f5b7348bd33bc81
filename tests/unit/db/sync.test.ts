import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../lib/db/open';
import {
  deleteFills,
  deleteJob,
  dropValidators,
  findJob,
  findServer,
  findValidators,
  jobsOf,
  putJob,
  updateServer,
} from '../../../lib/db/sync';
import { firstJob } from '../../../lib/services/sync/job';
import { failWrites, freshDatabase } from '../../support/database';

let database: Database;

beforeEach(async () => {
  database = await freshDatabase()();
});

describe('servers', () => {
  it('are changed field by field, in one piece', async () => {
    expect(await findServer(database, 'arxiv')).toBeUndefined();
    await Promise.all([
      updateServer(database, 'arxiv', { lastRequestAtMs: 5 }),
      updateServer(database, 'arxiv', { restUntilMs: 7 }),
    ]);
    expect(await findServer(database, 'arxiv')).toEqual({
      source: 'arxiv',
      lastRequestAtMs: 5,
      restUntilMs: 7,
    });
  });

  it('fail with a code when the disk is full', async () => {
    failWrites('servers');
    await expect(updateServer(database, 'arxiv', {})).rejects.toMatchObject({ code: 'storage-full' });
  });
});

describe('validators', () => {
  it('are given as the server wrote them', async () => {
    await database.put('validators', { url: 'https://a.org/', etag: 'W/"1"', storedAtMs: 5 });
    expect(await findValidators(database, 'https://a.org/')).toEqual({ etag: 'W/"1"' });
    expect(await findValidators(database, 'https://a.org/2')).toBeUndefined();
  });

  it('are forgotten when they are old', async () => {
    for (const storedAtMs of [4, 5]) await database.put('validators', { url: `${storedAtMs}`, storedAtMs });
    await dropValidators(database, 5);
    expect(await database.getAllKeys('validators')).toEqual(['5']);
  });
});

describe('jobs', () => {
  it('are kept by id', async () => {
    await putJob(database, firstJob('arxiv'));
    expect(await findJob(database, 'arxiv')).toEqual(firstJob('arxiv'));
    expect(await findJob(database, 'hf-daily')).toBeUndefined();
  });

  it('fail with a code when the disk is full', async () => {
    failWrites('jobs');
    await expect(putJob(database, firstJob('arxiv'))).rejects.toMatchObject({ code: 'storage-full' });
  });

  it('of a source come with its daily sync first, until they are deleted', async () => {
    for (const id of ['arxiv/fill/cs.LG', 'hf-daily', 'arxiv'] as const) {
      await putJob(database, firstJob(id));
    }
    const ids = async () => (await jobsOf(database, 'arxiv')).map(({ id }) => id);
    expect(await ids()).toEqual(['arxiv', 'arxiv/fill/cs.LG']);
    await deleteJob(database, 'arxiv/fill/cs.LG');
    expect(await ids()).toEqual(['arxiv']);
  });

  it('of fills are deleted together', async () => {
    await putJob(database, firstJob('arxiv'));
    for (const category of ['cs.LG', 'cs.CL']) {
      await putJob(database, firstJob(`arxiv/fill/${category}`));
    }
    await deleteFills(database);
    expect(await database.getAllKeys('jobs')).toEqual(['arxiv']);
  });
});
