import { describe, expect, it } from 'vitest';
import { arxiv } from '../../../lib/sites/arxiv';
import { huggingface } from '../../../lib/sites/huggingface';
import { pageSiteOf } from '../../../lib/sites/page-site';

describe('pageSiteOf', () => {
  it('is what scripts on pages need of a listed site', () => {
    expect(pageSiteOf(arxiv)).toEqual({
      id: 'arxiv',
      key: 'arxiv',
      name: 'arXiv',
      isSinglePage: false,
      anchors: arxiv.anchors.map(({ selector }) => selector),
    });
    expect(pageSiteOf(huggingface).isSinglePage).toBe(true);
  });
});
