import { describe, expect, it } from 'vitest';
import { estimateFill } from '../../../../lib/model/feed/fill-estimate';

const options = { months: 3, papersPerList: 100, papersPerRequest: 200, msPerRequest: 3500, freePapers: 1e6 };

describe('estimateFill', () => {
  it('counts papers, requests and time', () => {
    expect(estimateFill(options)).toEqual({
      papers: 6450,
      requests: 34,
      durationMs: 34 * 3500,
      isOverBudget: false,
    });
  });

  it('asks at least once for each month', () => {
    expect(estimateFill({ ...options, papersPerList: 0 })).toMatchObject({ papers: 0, requests: 4 });
  });

  it('says when the papers do not fit', () => {
    expect(estimateFill({ ...options, freePapers: 6449 }).isOverBudget).toBe(true);
    expect(estimateFill({ ...options, freePapers: 6450 }).isOverBudget).toBe(false);
  });
});
