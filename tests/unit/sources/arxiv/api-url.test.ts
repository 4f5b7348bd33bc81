import { describe, expect, it } from 'vitest';
import { arxivUrlOf } from '../../../../lib/sources/arxiv/api-url';
import type { ArxivCursor } from '../../../../lib/sources/arxiv/cursor';
import { day } from '../../../support/builders';

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
