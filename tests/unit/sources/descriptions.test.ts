import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SOURCE,
  describeSource,
  SOURCE_IDS,
  STARTER_SOURCE,
} from '../../../lib/sources/descriptions';

describe('describeSource', () => {
  it('gives what a source says of itself', () => {
    expect(SOURCE_IDS.map((id) => describeSource(id).id)).toEqual(SOURCE_IDS);
    expect(describeSource('arxiv').name).toBe('arXiv');
  });

  it('names the table for an id that it lacks', () => {
    expect(() => describeSource('acl' as 'arxiv')).toThrow('Add acl to the table');
  });
});

describe('the daily papers', () => {
  it('are the default list, and the feed in the package', () => {
    expect([DEFAULT_SOURCE.id, STARTER_SOURCE.id]).toEqual(['hf-daily', 'hf-daily']);
  });
});
