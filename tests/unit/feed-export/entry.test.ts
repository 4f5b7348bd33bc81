import { describe, expect, it } from 'vitest';
import { entryOf, publishedOf } from '../../../lib/feed-export/entry';
import { day, NOW_MS, paper, paperKey } from '../../support/builders';
import { fullPaper } from '../../support/feed/exported-list';

describe('entryOf', () => {
  it('gives the links of a paper and the day it was listed', () => {
    expect(entryOf(fullPaper())).toEqual({
      id: 'https://arxiv.org/abs/2606.00001',
      url: 'https://arxiv.org/abs/2606.00001',
      pdf: 'https://arxiv.org/pdf/2606.00001v2',
      discussion: 'https://huggingface.co/papers/2606.00001',
      code: 'https://github.com/example/agents',
      dated: '2026-06-09T00:00:00Z',
    });
  });

  it('names a paper without any page by its key', () => {
    const nameless = paper({ ids: {}, key: paperKey('title:a & b|author'), provenance: [] });

    expect(entryOf(nameless)).toMatchObject({ id: 'urn:paperkin:title%3Aa%20%26%20b%7Cauthor', url: null });
  });

  it('dates a paper without days by its arrival in the feed', () => {
    const { publishedOn: _, ...undated } = paper();

    expect(entryOf(undated).dated).toBe(new Date(NOW_MS).toISOString());
  });

  it('leaves out a link that is not https', () => {
    expect(entryOf(paper({ codeUrl: 'javascript:alert(1)' })).code).toBeNull();
  });
});

describe('publishedOf', () => {
  it('gives midnight of the first version’s day, or nothing', () => {
    const { publishedOn: _, ...undated } = paper();

    expect(publishedOf(paper({ publishedOn: day('2026-06-08') }))).toBe('2026-06-08T00:00:00Z');
    expect(publishedOf(undated)).toBeUndefined();
  });
});
