import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/settings/settings';
import { readSettings, updateSettings, watchSettings } from '../../../lib/settings/store';

describe('settings', () => {
  it('are the defaults before the first change', async () => {
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
  });

  it('change one by one and are stored with a version', async () => {
    await updateSettings({ theme: 'dark' });
    const settings = await updateSettings({ sitesOff: ['arxiv'] });
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', sitesOff: ['arxiv'] });
    expect(await readSettings()).toEqual(settings);
    expect(await fakeBrowser.storage.local.get('settings')).toMatchObject({ settings: { version: 2 } });
  });

  it('are passed to watchers until they stop, with what they were before, though nobody had read them', async () => {
    await updateSettings({ categories: ['cs.CL'] });
    const told = vi.fn<(settings: Settings, previous: Settings) => void>();
    const stop = watchSettings(told);
    await updateSettings({ theme: 'dark' });
    await fakeBrowser.storage.local.set({ other: 1 });
    stop();
    await updateSettings({ theme: 'light' });

    const before = { ...DEFAULT_SETTINGS, categories: ['cs.CL'] };
    expect(told.mock.calls).toEqual([[{ ...before, theme: 'dark' }, before]]);
  });
});
