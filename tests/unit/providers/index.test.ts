import { describe, expect, it } from 'vitest';
import { providers } from '../../../lib/providers';

describe('providers', () => {
  it('are those of the issue, sorted', () => {
    expect(providers.map(({ id }) => id)).toEqual(['openalex', 'semantic-scholar']);
  });
});
