import { describe, expect, it } from 'vitest';
import { partOutcomes } from '../../../lib/sources/outcome';
import { record } from '../../support/feed/fake-source';

describe('partOutcomes', () => {
  it('keeps the records in order, and counts what was dropped by reason, sorted by name', () => {
    const [first, second] = [record(1, '2026-06-09'), record(2, '2026-06-09')];

    expect(
      partOutcomes([
        { drop: 'no-title' },
        { record: first },
        { drop: 'no-id' },
        { record: second },
        { drop: 'no-title' },
      ]),
    ).toEqual({
      records: [first, second],
      dropped: [
        { reason: 'no-id', count: 1 },
        { reason: 'no-title', count: 2 },
      ],
    });
  });

  it('gives empty lists without any item', () => {
    expect(partOutcomes([])).toEqual({ records: [], dropped: [] });
  });
});
