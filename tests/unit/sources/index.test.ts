import { describe, expect, it } from 'vitest';
import { findSource } from '../../../lib/sources/index';

describe('findSource', () => {
  it.each(['arxiv', 'hf-daily'])('finds %s', (id) => {
    expect(findSource(id)?.id).toBe(id);
  });

  it('gives null for an id that is not in the table', () => {
    expect(findSource('gone')).toBeNull();
  });
});
