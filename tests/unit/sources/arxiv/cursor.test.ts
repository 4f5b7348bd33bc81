import { describe, expect, it } from 'vitest';
import type { Cursor } from '../../../../lib/model/feed/request';
import { readArxivCursor } from '../../../../lib/sources/arxiv/cursor';

const window: Cursor = {
  kind: 'window',
  category: 'cs.LG',
  from: '2026-05-01',
  to: '2026-05-31',
  start: 200,
};

describe('readArxivCursor', () => {
  it.each<[Cursor]>([
    [{ kind: 'feed', categories: ['cs.LG'] }],
    [window],
    [{ kind: 'ids', ids: ['2606.00001'] }],
  ])('reads %j', (cursor) => {
    expect(readArxivCursor(cursor)).toEqual(cursor);
  });

  it.each<[Cursor]>([
    [{ kind: 'feed', categories: [] }],
    [{ kind: 'feed', categories: 'cs.LG' }],
    [{ ...window, start: -200 }],
    [{ ...window, from: 'long ago' }],
    [{ kind: 'recent', category: 'cs.LG', start: 0 }],
    [{ kind: 'ids', ids: [] }],
    [{ kind: 'latest' }],
  ])('gives null for %j', (cursor) => {
    expect(readArxivCursor(cursor)).toBeNull();
  });
});
