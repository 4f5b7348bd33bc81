import { describe, expect, it } from 'vitest';
import { entryOf, publishedOf } from '../../../lib/feed-export/entry';
import { NOW_MS, paper, paperKey } from '../../support/builders';

describe('entryOf', () => {
  it('names a paper without any page by its key', () => {
    const nameless = paper({ ids: {}, key: paperKey('title:a & b|author'), provenance: [] });

    expect(entryOf(nameless)).toMatchObject({ id: 'urn:paperkin:title%3Aa%20%26%20b%7Cauthor', url: null });
  });

  it('dates a paper without days by its arrival in the feed', () => {
    const { publishedOn: _, ...undated } = paper();

    expect(entryOf(undated).dated).toBe(new Date(NOW_MS).toISOString());
    expect(publishedOf(undated)).toBeUndefined();
  });

  it('leaves out a link that is not https', () => {
    expect(entryOf(paper({ codeUrl: 'javascript:alert(1)' })).code).toBeNull();
  });
});
