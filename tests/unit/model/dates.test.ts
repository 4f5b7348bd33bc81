import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  DAY,
  isoDateOf,
  isWeekend,
  monthsBefore,
  parseIsoDate,
  startOfDayMs,
} from '../../../lib/model/dates';
import { day } from '../../support/builders';

describe('parseIsoDate', () => {
  it.each([
    ['2026-06-09', '2026-06-09'],
    ['2026/06/09', '2026-06-09'],
    ['2026-6-9', '2026-06-09'],
    ['  2026-06-09T23:59:59.000Z', '2026-06-09'],
    ['2024-02-29', '2024-02-29'],
    ['2026-02-29', null],
    ['2026-13-01', null],
    ['2026-00-10', null],
    ['2026-06-311', null],
    ['09.06.2026', null],
    ['June 2026', null],
    ['', null],
  ])('reads %j as %j', (text, expected) => {
    expect(parseIsoDate(text)).toBe(expected);
  });
});

describe('days', () => {
  it('count in UTC, whatever the clock’s zone', () => {
    expect(isoDateOf(Date.parse('2026-06-09T23:30:00-05:00'))).toBe('2026-06-10');
    expect(startOfDayMs(day('2026-06-10'))).toBe(Date.parse('2026-06-10T00:00:00Z'));
  });

  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-06-10', 0, '2026-06-10'],
  ])('%s and %d days is %s', (from, days, expected) => {
    expect(addDays(day(from), days)).toBe(expected);
  });

  it('go forward and back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -3000, max: 3000 }),
        fc.integer({ min: 0, max: 20_000 * DAY }),
        (days, timeMs) => {
          const date = isoDateOf(timeMs);
          expect(addDays(addDays(date, days), -days)).toBe(date);
          expect(parseIsoDate(date)).toBe(date);
        },
      ),
    );
  });

  it.each([
    ['2026-06-10', 1, '2026-05-10'],
    ['2026-06-10', 12, '2025-06-10'],
    ['2026-03-31', 1, '2026-02-28'],
    ['2024-03-31', 1, '2024-02-29'],
    ['2026-01-15', 2, '2025-11-15'],
    ['2026-06-10', 0, '2026-06-10'],
  ])('%s and %d months before is %s', (from, months, expected) => {
    expect(monthsBefore(day(from), months)).toBe(expected);
  });

  it.each([
    ['2026-06-05', false],
    ['2026-06-06', true],
    ['2026-06-07', true],
    ['2026-06-08', false],
  ])('%s is a weekend: %s', (date, expected) => {
    expect(isWeekend(day(date))).toBe(expected);
  });
});
