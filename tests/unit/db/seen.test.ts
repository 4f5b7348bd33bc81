import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { seenAt } from '../../../lib/db/seen';

beforeEach(() => fakeBrowser.reset());

describe('seenAt', () => {
  it('is null until it was written', async () => {
    expect(await seenAt.read()).toBeNull();
    await seenAt.write({ atMs: 5, beforeMs: 3 });
    expect(await seenAt.read()).toEqual({ atMs: 5, beforeMs: 3 });
  });

  it('reads what an earlier version wrote', async () => {
    await fakeBrowser.storage.local.set({ seenAtMs: 5 });
    expect(await seenAt.read()).toEqual({ atMs: 5, beforeMs: 5 });
  });

  it('is null for what is no time', async () => {
    await fakeBrowser.storage.local.set({ seenAtMs: 'yesterday' });
    expect(await seenAt.read()).toBeNull();
  });
});
