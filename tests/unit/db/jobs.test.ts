import { describe, expect, it } from 'vitest';
import { deleteFills, deleteJob, findJob, jobsOf, putJob } from '../../../lib/db/jobs';
import { firstJob } from '../../../lib/services/sync/job';
import { failWrites, freshDatabase } from '../../support/database';

describe('jobs', () => {
  it('are kept by id', async () => {
    const database = await freshDatabase()();
    await putJob(database, firstJob('arxiv'));
    expect(await findJob(database, 'arxiv')).toEqual(firstJob('arxiv'));
    expect(await findJob(database, 'hf-daily')).toBeUndefined();
  });

  it('fail with a code when the disk is full', async () => {
    const database = await freshDatabase()();
    const heal = failWrites('jobs');
    await expect(putJob(database, firstJob('arxiv'))).rejects.toMatchObject({ code: 'storage-full' });
    heal();
  });

  it('of a source come with its daily sync first, until they are taken out', async () => {
    const database = await freshDatabase()();
    for (const id of ['arxiv/fill/cs.LG', 'hf-daily', 'arxiv'] as const) {
      await putJob(database, firstJob(id));
    }
    const ids = async () => (await jobsOf(database, 'arxiv')).map(({ id }) => id);
    expect(await ids()).toEqual(['arxiv', 'arxiv/fill/cs.LG']);
    await deleteJob(database, 'arxiv/fill/cs.LG');
    expect(await ids()).toEqual(['arxiv']);
  });

  it('of fills are forgotten together', async () => {
    const database = await freshDatabase()();
    await putJob(database, firstJob('arxiv'));
    for (const category of ['cs.LG', 'cs.CL']) {
      await putJob(database, { ...firstJob(`arxiv/fill/${category}`), category });
    }
    await deleteFills(database);
    expect(await database.getAllKeys('jobs')).toEqual(['arxiv']);
  });
});
