import { describe, expect, it } from 'vitest';
import {
  countOf,
  formatAge,
  formatBytes,
  formatDate,
  formatDay,
  formatMonth,
  formatUntil,
  formatWeekday,
} from '../../../../components/words/format';
import { DAY as ONE_DAY, HOUR, MINUTE, parseIsoDate, type IsoDate } from '../../../../lib/model/dates';
import { NOW_MS } from '../../../support/builders';
import { DAY } from '../../../support/ui/papers';

describe('dates', () => {
  it('names the day of a list, with the year only when it is another', () => {
    expect(formatWeekday(DAY, NOW_MS)).toBe('Tuesday 9 June');
    expect(formatWeekday(parseIsoDate('2024-12-31') as IsoDate, NOW_MS)).toBe('Tuesday 31 December 2024');
    expect(formatDay(DAY, NOW_MS)).toBe('9 June');
  });

  it('shortens months', () => {
    expect(formatMonth(DAY)).toBe('Jun 2026');
    expect(formatDate(DAY)).toBe('9 Jun 2026');
  });
});

describe('spans', () => {
  it.each([
    [0, 'just now'],
    [-5 * MINUTE, 'just now'],
    [59_000, 'just now'],
    [5 * MINUTE, '5 min ago'],
    [2 * HOUR, '2 h ago'],
    [36 * HOUR, '36 h ago'],
    [3 * ONE_DAY, '3 days ago'],
  ])('tells that %d ms are %s', (ageMs, expected) => {
    expect(formatAge(NOW_MS - ageMs, NOW_MS)).toBe(expected);
  });

  it('says when something will come', () => {
    expect(formatUntil(NOW_MS - HOUR, NOW_MS)).toBe('in a moment');
    expect(formatUntil(NOW_MS + 20 * MINUTE, NOW_MS)).toBe('in 20 min');
  });
});

describe('numbers', () => {
  it.each([
    [1, '1 paper'],
    [11482, '11,482 papers'],
    [0, '0 papers'],
  ])('counts %d', (count, expected) => {
    expect(countOf(count, 'paper')).toBe(expected);
  });

  it.each([
    [0, '0 kB'],
    [1200, '2 kB'],
    [12_440_000, '12.4 MB'],
    [340_000_000, '340 MB'],
    [2_100_000_000, '2.1 GB'],
  ])('shows %d bytes', (bytes, expected) => {
    expect(formatBytes(bytes)).toBe(expected);
  });
});
