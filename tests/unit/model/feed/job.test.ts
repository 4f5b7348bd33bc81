import { describe, expect, it } from 'vitest';
import { isPastJob, type JobId, sourceOfJob } from '../../../../lib/model/feed/job';

describe('sourceOfJob and isPastJob', () => {
  it.each<[JobId, string, boolean]>([
    ['arxiv', 'arxiv', false],
    ['hf-daily', 'hf-daily', false],
    ['hf-daily/history', 'hf-daily', true],
    ['arxiv/fill/cs.LG', 'arxiv', true],
  ])('of %s are %s and %s', (id, source, isPast) => {
    expect([sourceOfJob(id), isPastJob(id)]).toEqual([source, isPast]);
  });
});
