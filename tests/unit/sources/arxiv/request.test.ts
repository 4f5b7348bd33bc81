import { describe, expect, it } from 'vitest';
import type { Cursor } from '../../../../lib/model/feed/request';
import { type ArxivCursor, arxivUrlOf, readArxivCursor } from '../../../../lib/sources/arxiv/request';
import { day } from '../../../support/builders';

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

describe('arxivUrlOf', () => {
  it.each<[ArxivCursor, string]>([
    [{ kind: 'feed', categories: ['cs.LG', 'quant-ph'] }, 'https://rss.arxiv.org/rss/cs.LG+quant-ph'],
    [{ kind: 'feed', categories: ['../?x=&y'] }, 'https://rss.arxiv.org/rss/..%2F%3Fx%3D%26y'],
    [
      { kind: 'window', category: 'cs.LG', from: day('2026-05-01'), to: day('2026-05-31'), start: 400 },
      'https://export.arxiv.org/api/query?search_query=cat:cs.LG+AND+submittedDate:%5B202605010000+TO+202605312359%5D&sortBy=submittedDate&sortOrder=descending&start=400&max_results=200',
    ],
    [
      { kind: 'ids', ids: ['2606.00001', 'hep-th/9901001'] },
      'https://export.arxiv.org/api/query?id_list=2606.00001,hep-th%2F9901001&max_results=2',
    ],
  ])('writes %j', (cursor, url) => {
    expect(arxivUrlOf(cursor)).toBe(url);
  });
});
