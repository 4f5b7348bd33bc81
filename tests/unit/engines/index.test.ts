import { describe, expect, it } from 'vitest';
import { engines } from '../../../lib/engines/index';

describe('engines', () => {
  it('are those of the issue, sorted', () => {
    expect(engines.map(({ id }) => id)).toEqual(['openalex', 'semantic-scholar']);
  });
});
