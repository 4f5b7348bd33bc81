import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openingList, seenAt } from '../../../lib/db/popup';
import { edition, feedItem, feedStatus } from '../../support/ui/papers';

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

  it('is null for anything but a time', async () => {
    await fakeBrowser.storage.local.set({ seenAtMs: 'yesterday' });
    expect(await seenAt.read()).toBeNull();
  });
});

const LIST = { edition: edition([feedItem(1)]), status: feedStatus(), saved: [] };

const setVersion = (version: string) =>
  vi
    .spyOn(browser.runtime, 'getManifest')
    .mockReturnValue({ manifest_version: 3, name: 'Paperkin', version });

beforeEach(() => {
  fakeBrowser.reset();
  setVersion('1.0.0');
});

describe('openingList', () => {
  it('is what was written last, and null without it', async () => {
    expect(await openingList.read()).toBeNull();
    await openingList.write(LIST);
    expect(await openingList.read()).toEqual(LIST);
    await openingList.write(null);
    expect(await openingList.read()).toBeNull();
  });

  it('is null after an update: lists may have another form now', async () => {
    await openingList.write(LIST);
    setVersion('1.0.1');
    expect(await openingList.read()).toBeNull();
  });
});
