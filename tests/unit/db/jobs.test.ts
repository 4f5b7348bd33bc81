import { describe, expect, it } from 'vitest';
import { findJob, putJob, updateJob } from '../../../lib/db/jobs';
import { firstJob } from '../../../lib/services/sync-job';
import { failWrites, freshDatabase } from '../../support/database';

describe('jobs', () => {
  it('are kept by source', async () => {
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

  it('are changed in one piece', async () => {
    const database = await freshDatabase()();
    const countUp = () =>
      updateJob(database, 'arxiv', (job = firstJob('arxiv')) => ({ ...job, done: job.done + 1 }));
    await Promise.all([countUp(), countUp(), countUp()]);
    expect(await findJob(database, 'arxiv')).toMatchObject({ done: 3 });
  });
});
