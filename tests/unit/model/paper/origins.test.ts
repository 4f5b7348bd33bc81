import { describe, expect, it } from 'vitest';
import { mergePaper } from '../../../../lib/model/paper/merge';
import { mergeOrigins, originOf } from '../../../../lib/model/paper/origins';
import { facts, NOW_MS, paper } from '../../../support/builders';

const provenance = {
  source: 'arxiv',
  fetchedAtMs: NOW_MS,
  link: 'https://arxiv.org/abs/2606.00001',
} as const;

describe('originOf', () => {
  it('is the one source of a paper that only one has', () => {
    expect(originOf(paper(), 'title')).toBe('hf-daily');
  });

  it('is told per field once a second source is merged in', () => {
    const known = paper({ upvotes: 12 });
    const incoming = facts({ title: 'Coding agents that read whole repositories, revised', version: 2 });
    const merged = mergePaper(known, { facts: incoming, provenance });

    expect(originOf(merged, 'title')).toBe('arxiv');
    expect(originOf(merged, 'version')).toBe('arxiv');
    expect(originOf(merged, 'upvotes')).toBe('hf-daily');
    expect(originOf(merged, 'authors')).toBe('hf-daily');
  });

  it('follows what changes later', () => {
    const first = mergePaper(paper({ upvotes: 12 }), { facts: facts({ version: 2 }), provenance });
    const later = mergePaper(first, {
      facts: facts({ upvotes: 20, title: 'An older title', version: 1 }),
      provenance: { ...provenance, source: 'hf-daily' },
    });
    expect(originOf(later, 'upvotes')).toBe('hf-daily');
    expect(originOf(later, 'version')).toBe('arxiv');
    expect(later.title).toBe(first.title);
  });
});

describe('mergeOrigins', () => {
  it('says nothing while one source has said all', () => {
    expect(mergeOrigins(paper(), facts(), 'hf-daily')).toBeUndefined();
  });
});
