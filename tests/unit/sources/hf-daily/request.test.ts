import { describe, expect, it } from 'vitest';
import type { Cursor } from '../../../../lib/model/feed/request';
import { readHfCursor } from '../../../../lib/sources/hf-daily/request';

describe('readHfCursor', () => {
  it.each<[Cursor, object | null]>([
    [{ kind: 'latest' }, { kind: 'latest' }],
    [
      { kind: 'day', date: '2026-06-09', page: 1, seen: ['a'] },
      { kind: 'day', date: '2026-06-09', page: 1, seen: ['a'] },
    ],
    [
      { kind: 'day', date: '2026-06-09', page: 0 },
      { kind: 'day', date: '2026-06-09', page: 0, seen: [] },
    ],
    [{ kind: 'day', date: '2026-06-31', page: 0 }, null],
    [{ kind: 'day', date: '2026-06-09&p=9', page: 0.5 }, null],
    [{ kind: 'day', page: 0 }, null],
    [{ kind: 'week', date: '2026-06-09' }, null],
  ])('reads %j', (cursor, expected) => {
    expect(readHfCursor(cursor)).toEqual(expected);
  });
});
