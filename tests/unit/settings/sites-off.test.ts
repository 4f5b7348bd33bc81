import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { parseTexts, readSitesOff, switchSite, watchSitesOff } from '../../../lib/settings/sites-off';
import { readSettings, updateSettings } from '../../../lib/settings/store';

describe('the sites that are off', () => {
  it('are none before the first change, and where the stored settings are odd', async () => {
    expect(await readSitesOff()).toEqual([]);
    await fakeBrowser.storage.local.set({ settings: null });
    expect(await readSitesOff()).toEqual([]);
    await fakeBrowser.storage.local.set({ settings: { sitesOff: 'arxiv' } });
    expect(await readSitesOff()).toEqual([]);
  });

  it('change one by one, and leave all other settings as they are', async () => {
    await updateSettings({ theme: 'dark', sitesOff: ['arxiv'] });
    await switchSite('journal.example', false);
    await switchSite('journal.example', false);
    expect(await readSettings()).toMatchObject({ theme: 'dark', sitesOff: ['arxiv', 'journal.example'] });
    await switchSite('arxiv', true);
    expect(await readSitesOff()).toEqual(['journal.example']);
    expect(await fakeBrowser.storage.local.get('settings')).toMatchObject({ settings: { version: 2 } });
  });

  it('are passed to watchers until they stop', async () => {
    const told = vi.fn<(sitesOff: readonly string[]) => void>();
    const stop = watchSitesOff(told);
    await updateSettings({ sitesOff: ['arxiv'] });
    await fakeBrowser.storage.local.set({ other: 1 });
    stop();
    await updateSettings({ sitesOff: [] });
    expect(told.mock.calls).toEqual([[['arxiv']]]);
  });
});

describe('parseTexts', () => {
  it.each([
    [
      ['a', 'b', 'a'],
      ['a', 'b'],
    ],
    [['a', 7, null, ['b']], ['a']],
    ['a', []],
    [undefined, []],
    [{ length: 1 }, []],
  ])('%j: %j', (value, expected) => expect(parseTexts(value)).toEqual(expected));
});
