import { describe, expect, it } from 'vitest';
import { genericSites } from '../../../lib/sites/generic-sites';
import { textOf } from '../../support/repository';

/** URLs and their papers are in tests/fixtures/sites; tests/structure/sites.test.ts tries each on every site. */
describe('genericSites', () => {
  it('has whole rows', () => {
    for (const { id, name, matches } of genericSites) {
      expect(id).toMatch(/^[a-z][a-z\d-]+$/);
      expect(name).not.toBe('');
      for (const pattern of matches) expect(pattern, id).toMatch(/^\*:\/\/(?:\*\.)?[a-z\d.-]+\/\S+$/);
    }
  });

  it('names only parts of patterns that there are', () => {
    const parts = textOf('lib/sites/shared/read-row.ts');
    const used = [...textOf('lib/sites/generic-sites.ts').matchAll(/\{([a-z]{3,})\}/g)].map(
      ([, name]) => name,
    );

    expect(used.length).toBeGreaterThan(20);
    expect(used.filter((name) => !parts.includes(`  ${name}: String.raw`))).toEqual(['name']); // The explanation.
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
