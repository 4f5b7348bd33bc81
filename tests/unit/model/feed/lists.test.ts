import { describe, expect, it } from 'vitest';
import { spanAround } from '../../../../lib/model/feed/lists';
import { day } from '../../../support/builders';

describe('spanAround', () => {
  it.each([
    ['week', '2026-06-10', '2026-06-08', '2026-06-14'],
    ['week', '2026-06-08', '2026-06-08', '2026-06-14'],
    ['week', '2026-06-14', '2026-06-08', '2026-06-14'],
    ['week', '2027-01-01', '2026-12-28', '2027-01-03'],
    ['month', '2026-06-10', '2026-06-01', '2026-06-30'],
    ['month', '2024-02-29', '2024-02-01', '2024-02-29'],
    ['month', '2026-12-31', '2026-12-01', '2026-12-31'],
  ] as const)('the %s of %s is %s to %s', (span, date, from, to) => {
    expect(spanAround(span, day(date))).toEqual({ from, to });
  });
});
