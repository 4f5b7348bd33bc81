import { describe, expect, it } from 'vitest';
import { retryAtMsOf } from '../../lib/http-retry';

const nowMs = Date.parse('2026-06-09T12:00:00Z');

function waitSeconds(headers: Record<string, string>): number | null {
  const atMs = retryAtMsOf(new Headers(headers), nowMs);
  return atMs === null ? null : (atMs - nowMs) / 1000;
}

describe('retryAtMsOf', () => {
  it.each<[string, Record<string, string>, number | null]>([
    ['no header', {}, null],
    ['seconds', { 'Retry-After': '120' }, 120],
    ['seconds with spaces', { 'Retry-After': ' 5 ' }, 5],
    ['zero', { 'Retry-After': '0' }, 0],
    ['a date', { 'Retry-After': 'Tue, 09 Jun 2026 12:01:30 GMT' }, 90],
    [
      'a date by a server whose clock is an hour ahead',
      { 'Retry-After': 'Tue, 09 Jun 2026 13:01:30 GMT', Date: 'Tue, 09 Jun 2026 13:00:00 GMT' },
      90,
    ],
    ['a date of the past', { 'Retry-After': 'Mon, 08 Jun 2026 12:00:00 GMT' }, 0],
    ['a year', { 'Retry-After': '31536000' }, 86_400],
    ['a negative number', { 'Retry-After': '-5' }, null],
    ['words', { 'Retry-After': 'in a while' }, null],
    ['the quota of the newer draft', { RateLimit: '"api";r=0;t=55' }, 55],
    ['two quotas, one used up', { RateLimit: '"api";r=0;t=55, "pages";r=12;t=80' }, 55],
    ['two quotas used up', { RateLimit: '"api";r=0;t=55,"pages";r=0;t=80' }, 80],
    ['a quota with something left', { RateLimit: '"api";r=3;t=40' }, 40],
    ['the quota of an older draft', { RateLimit: 'limit=500, remaining=0, reset=33' }, 33],
    ['a quota without a reset', { RateLimit: '"api";r=0' }, null],
    ['the oldest draft', { 'RateLimit-Reset': '17' }, 17],
    ['Retry-After before a quota', { 'Retry-After': '3', RateLimit: '"api";r=0;t=55' }, 3],
    ['a quota when Retry-After says nothing', { 'Retry-After': 'soon', RateLimit: '"api";r=0;t=55' }, 55],
  ])('reads %s', (_, headers, seconds) => {
    expect(waitSeconds(headers)).toBe(seconds);
  });
});
