import { describe, expect, it, vi } from 'vitest';
import type { PanelAddress } from '../../../../lib/messages/protocol';
import { tokenIn, watchToken } from '../../../../entrypoints/sidepanel/watch-token';

describe('tokenIn', () => {
  it.each<[string, string | null]>([
    ['#token=one', 'one'],
    ['#token=', null],
    ['#other=one', null],
    ['', null],
  ])('%j: %j', (hash, token) => {
    expect(tokenIn(hash)).toBe(token);
  });
});

describe('watchToken', () => {
  it('tells its token at once, and never another', () => {
    const callback = vi.fn<(address: PanelAddress) => void>();
    watchToken('one')(callback)();
    expect(callback.mock.calls).toEqual([[{ token: 'one' }]]);
  });
});
