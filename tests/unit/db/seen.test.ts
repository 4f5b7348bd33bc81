import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { seenAt } from '../../../lib/db/seen';

beforeEach(() => fakeBrowser.reset());

describe('seenAt', () => {
  it('is null until it was written', async () => {
    expect(await seenAt.read()).toBeNull();
    await seenAt.write(5);
    expect(await seenAt.read()).toBe(5);
  });

  it('is null for what is no time', async () => {
    await fakeBrowser.storage.local.set({ seenAtMs: 'yesterday' });
    expect(await seenAt.read()).toBeNull();
  });
});
