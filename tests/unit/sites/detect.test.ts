import { describe, expect, it } from 'vitest';
import { detectIn } from '../../../lib/sites/detect';
import { requiredSites } from '../../../lib/sites/required-sites';

describe('detectIn', () => {
  it('asks the given sites, and no others', () => {
    expect(detectIn(requiredSites, new URL('https://arxiv.org/abs/1706.03762'))?.site).toBe('arxiv');
    expect(detectIn(requiredSites, new URL('https://doi.org/10.1000/182'))).toBeNull();
    expect(detectIn([], new URL('https://arxiv.org/abs/1706.03762'))).toBeNull();
  });
});
