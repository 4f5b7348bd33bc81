import { describe, expect, it } from 'vitest';
import type { Cursor } from '../../../lib/model/feed';
import { readArxivCursor } from '../../../lib/sources/arxiv-cursor';

describe('readArxivCursor', () => {
  it.each<[Cursor]>([
    [{ kind: 'feed', categories: ['cs.LG'] }],
    [{ kind: 'recent', category: 'cs.LG', start: 200 }],
    [{ kind: 'ids', ids: ['2606.00001'] }],
  ])('reads %j', (cursor) => {
    expect(readArxivCursor(cursor)).toEqual(cursor);
  });

  it.each<[Cursor]>([
    [{ kind: 'feed', categories: [] }],
    [{ kind: 'feed', categories: 'cs.LG' }],
    [{ kind: 'recent', category: 'cs.LG', start: -200 }],
    [{ kind: 'recent', category: 'cs.LG' }],
    [{ kind: 'ids', ids: [] }],
    [{ kind: 'latest' }],
  ])('gives null for %j', (cursor) => {
    expect(readArxivCursor(cursor)).toBeNull();
  });
});
