import { describe, expect, it } from 'vitest';
import { historyStatus } from '../../../../lib/services/sync/history-status';
import { firstJob } from '../../../../lib/services/sync/job';
import { day } from '../../../support/builders';

const source = { newestOf: () => day('2026-01-05') };
const job = { ...firstJob('arxiv/fill/cs.LG'), category: 'cs.LG', goalOn: day('2025-06-01') };

describe('historyStatus', () => {
  it('says how far a job has come: all after its next request is there', () => {
    expect(historyStatus({ ...job, queue: [{ kind: 'window' }] }, source)).toMatchObject({
      id: 'arxiv/fill/cs.LG',
      category: 'cs.LG',
      goalOn: '2025-06-01',
      reachedOn: '2026-01-06',
    });
  });

  it('has reached its goal when it is done, and nothing before it began', () => {
    expect(historyStatus({ ...job, state: { kind: 'done', atMs: 5 } }, source)).toMatchObject({
      reachedOn: '2025-06-01',
    });
    expect(historyStatus(job, source)).not.toHaveProperty('reachedOn');
  });

  it('is null for a daily sync', () => {
    expect(historyStatus(firstJob('arxiv'), source)).toBeNull();
  });
});
