import { describe, expect, it } from 'vitest';
import { announcedOn, newYorkOffsetMs } from '../../../../lib/sources/arxiv/calendar';
import { HOUR } from '../../../../lib/model/dates';

describe('announcedOn', () => {
  it.each([
    ['a Monday before the deadline', '2026-06-08T17:59:59Z', '2026-06-09'],
    ['a Monday after the deadline', '2026-06-08T18:00:00Z', '2026-06-10'],
    ['a Thursday before the deadline', '2026-06-11T12:00:00Z', '2026-06-12'],
    ['a Thursday after the deadline', '2026-06-11T20:00:00Z', '2026-06-15'],
    ['a Friday before the deadline', '2026-06-12T12:00:00Z', '2026-06-15'],
    ['a Friday after the deadline', '2026-06-12T20:00:00Z', '2026-06-16'],
    ['a Sunday', '2026-06-14T12:00:00Z', '2026-06-16'],
    ['winter, before the deadline', '2026-01-12T18:30:00Z', '2026-01-13'],
  ])('lists a paper of %s (%s) on %s', (_, submitted, expected) => {
    expect(announcedOn(Date.parse(submitted))).toBe(expected);
  });

  it('knows no day for no time', () => {
    expect(announcedOn(Number.NaN)).toBeUndefined();
  });
});

describe('newYorkOffsetMs', () => {
  it.each([
    ['2026-03-08T06:59:59Z', -5],
    ['2026-03-08T07:00:00Z', -4],
    ['2026-11-01T05:59:59Z', -4],
    ['2026-11-01T06:00:00Z', -5],
    ['2027-03-14T07:00:00Z', -4],
  ])('at %s is %d hours, as the time zone database has it', (time, hours) => {
    const timeMs = Date.parse(time);
    expect(newYorkOffsetMs(timeMs)).toBe(hours * HOUR);
    const local = new Intl.DateTimeFormat('en-GB', {
      ...({ timeZone: 'America/New_York', hour: '2-digit', hourCycle: 'h23' } as const),
    }).format(timeMs);
    expect(new Date(timeMs + hours * HOUR).getUTCHours()).toBe(Number(local));
  });
});
