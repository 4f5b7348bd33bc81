import { describe, expect, it } from 'vitest';
import { PROVIDER_IDS, PROVIDERS } from '../../../lib/providers/descriptions';

describe('PROVIDER_IDS', () => {
  it('are the ids that answers and settings are stored under, sorted', () => {
    expect(PROVIDER_IDS).toEqual(PROVIDERS.map(({ id }) => id));
    expect(PROVIDER_IDS).toEqual(expect.arrayContaining(['openalex', 'semantic-scholar']));
    expect(PROVIDER_IDS).toEqual(PROVIDER_IDS.toSorted());
  });
});
