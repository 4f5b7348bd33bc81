import { describe, expect, it } from 'vitest';
import { matchesOf, READERS, requiredSites, sites } from '../../../lib/sites';

/** URLs and their papers are in tests/fixtures/sites; tests/structure/sites.test.ts tries each on every site. */
describe('the table of sites', () => {
  it('has whole entries', () => {
    for (const { id, name, access, matches } of sites) {
      expect(id).toMatch(/^[a-z][a-z\d-]+$/);
      expect(name).not.toBe('');
      expect(matches).not.toEqual([]);
      if (access === 'required') continue;
      for (const pattern of matches) expect(pattern, id).toMatch(/^\*:\/\/(?:\*\.)?[a-z\d.-]+\/\S+$/);
    }
  });

  it('makes exactly the sites single-page that readers cross without a load', () => {
    expect(sites.filter(({ isSinglePage }) => isSinglePage).map(({ id }) => id)).toEqual([
      'ads',
      'alphaxiv',
      'huggingface',
      'ieee',
      'inspire',
      'openalex',
      'openreview',
      'semanticscholar',
    ]);
  });

  it('has the required sites, and readers for sites that there are', () => {
    const ids = sites.map(({ id }) => id);
    expect(sites.filter(({ access }) => access === 'required')).toEqual(requiredSites);
    expect(Object.keys(READERS).filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('matchesOf', () => {
  it('has those of arXiv and Hugging Face as required', () => {
    expect(matchesOf('required')).toContain('*://arxiv.org/abs/*');
    expect(matchesOf('required')).toContain('https://huggingface.co/*');
  });

  it('has those of every site, once', () => {
    const all = sites.flatMap((site) => site.matches);
    const listed = [...matchesOf('required'), ...matchesOf('optional')];

    expect(listed.toSorted()).toEqual(all.toSorted());
    expect(listed).toHaveLength(new Set(all).size);
  });
});
