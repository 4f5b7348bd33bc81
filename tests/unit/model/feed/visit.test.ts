import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../../../../lib/model/dates';
import { isNewSince, nextVisit, missedSinceMs } from '../../../../lib/model/feed/visit';
import { day, NOW_MS, paper } from '../../../support/builders';

const visit = { atMs: NOW_MS, beforeMs: NOW_MS - 3 * DAY };

describe('missedSinceMs', () => {
  it.each([
    ['within half an hour: the visit before', NOW_MS + 30 * MINUTE, NOW_MS - 3 * DAY],
    ['later: this visit', NOW_MS + 31 * MINUTE, NOW_MS],
    ['after the clock was put back a day: from now on', NOW_MS - DAY, NOW_MS - DAY],
  ])('%s', (_, nowMs, expected) => {
    expect(missedSinceMs(visit, nowMs)).toBe(expected);
  });
});

describe('nextVisit', () => {
  it('keeps what was missed during a visit', () => {
    const again = nextVisit(nextVisit(visit, NOW_MS + MINUTE), NOW_MS + 20 * MINUTE);
    expect(again).toEqual({ atMs: NOW_MS + 20 * MINUTE, beforeMs: visit.beforeMs });
  });

  it('starts over on another day', () => {
    expect(nextVisit(visit, NOW_MS + DAY)).toEqual({ atMs: NOW_MS + DAY, beforeMs: NOW_MS });
  });
});

describe('isNewSince', () => {
  it.each([
    ['came in later', { addedAtMs: NOW_MS + 1, listedOn: day('2026-06-10') }, true],
    ['was there', { addedAtMs: NOW_MS, listedOn: day('2026-06-10') }, false],
    ['came in late', { addedAtMs: NOW_MS + 1, listedOn: day('2026-06-03') }, true],
    ['is history that was fetched later', { addedAtMs: NOW_MS + 1, listedOn: day('2026-06-02') }, false],
    ['is on no list', { addedAtMs: NOW_MS + 1 }, true],
  ])('for a paper that %s', (_, overrides, expected) => {
    expect(isNewSince(paper(overrides), NOW_MS)).toBe(expected);
  });
});
