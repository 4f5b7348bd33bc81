import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openingList } from '../../../lib/db/opening-list';
import { edition, feedItem, feedStatus } from '../../support/papers';

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
