import { describe, expect, it } from 'vitest';
import { genericSites } from '../../../lib/sites/generic-sites';

/** URLs and their papers are in tests/fixtures/sites; tests/structure/sites.test.ts tries each on every site. */
describe('genericSites', () => {
  it('has whole rows', () => {
    for (const { id, name, matches } of genericSites) {
      expect(id).toMatch(/^[a-z][a-z\d-]+$/);
      expect(name).not.toBe('');
      for (const pattern of matches) expect(pattern, id).toMatch(/^\*:\/\/(?:\*\.)?[a-z\d.-]+\/\S+$/);
    }
  });

  it('names no part of a pattern that is not there', () => {
    for (const { id, detect, suspect, matches } of genericSites) {
      const anywhere = new URL(matches[0]?.replace(/^\*:\/\/(?:\*\.)?([^/]+).*$/, 'https://$1/x') ?? '');

      // A pattern that is no regular expression would throw; `{doi}` left as it is would be one.
      expect(() => [detect(anywhere), suspect?.(anywhere)], id).not.toThrow();
    }
  });

  it('makes exactly the sites single-page that readers cross without a load', () => {
    expect(genericSites.filter(({ isSinglePage }) => isSinglePage).map(({ id }) => id)).toEqual([
      'ads',
      'alphaxiv',
      'ieee',
      'inspire',
      'openalex',
      'openreview',
      'semanticscholar',
    ]);
  });
});
