import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../../lib/model/dates';
import { retryAt } from '../../../../lib/services/sync/backoff';
import { NOW_MS } from '../../../support/builders';

const middle = () => 0.5;

describe('retryAt', () => {
  it.each([
    [1, MINUTE],
    [2, 2 * MINUTE],
    [5, 16 * MINUTE],
    [10, 6 * HOUR],
    [500, 6 * HOUR],
  ])('waits after failure %d for %d ms', (failures, waitMs) => {
    expect(retryAt(failures, NOW_MS, { random: middle })).toBe(NOW_MS + waitMs);
  });

  it.each([
    [0, 0.8],
    [1, 1.2],
  ])('spreads by a fifth: %d gives %d minutes', (random, minutes) => {
    expect(retryAt(1, NOW_MS, { random: () => random })).toBeCloseTo(NOW_MS + minutes * MINUTE, 3);
  });

  it('waits at least as long as the server says, and as the caller says', () => {
    expect(retryAt(1, NOW_MS, { random: middle, serverSaysMs: NOW_MS + DAY })).toBe(NOW_MS + DAY);
    expect(retryAt(1, NOW_MS, { random: middle, leastMs: 10 * MINUTE })).toBe(NOW_MS + 10 * MINUTE);
    expect(retryAt(1, NOW_MS, { random: middle, serverSaysMs: NOW_MS - DAY })).toBe(NOW_MS + MINUTE);
  });

  it('is never sooner than 48 s and without a server’s word never later than 7.2 h', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, random) => {
          const waitMs = retryAt(failures, 0, { random: () => random });
          expect(waitMs).toBeGreaterThanOrEqual(0.8 * MINUTE);
          expect(waitMs).toBeLessThanOrEqual(1.2 * 6 * HOUR + 1);
        },
      ),
    );
  });
});
