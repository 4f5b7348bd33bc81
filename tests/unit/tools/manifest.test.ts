import { describe, expect, it } from 'vitest';
import { createManifest } from '../../../tools/manifest';

const chrome = createManifest('chrome');
const firefox = createManifest('firefox');

describe('createManifest', () => {
  it('asks for few permissions', () => {
    expect(chrome.permissions).toEqual([
      'activeTab',
      'alarms',
      'contextMenus',
      'scripting',
      'storage',
      'unlimitedStorage',
      'sidePanel',
    ]);
    expect(firefox.permissions).toEqual(chrome.permissions?.filter((name) => name !== 'sidePanel'));
  });

  it('lets pages frame only the sidebar’s page, which has no fixed address on optional sites', () => {
    expect(chrome.web_accessible_resources).toMatchObject([
      { resources: ['sidepanel.html'] },
      { resources: ['sidepanel.html'], matches: ['*://*/*'], use_dynamic_url: true },
    ]);
    const [fixed] = chrome.web_accessible_resources ?? [];
    expect(JSON.stringify(fixed)).not.toContain('*://*/*');
    // Firefox gives each installation an address of its own, and does not know the key.
    expect(JSON.stringify(firefox.web_accessible_resources)).not.toContain('use_dynamic_url');
  });

  it('gives Firefox one identity and says that nothing is collected', () => {
    expect(firefox.browser_specific_settings?.gecko).toMatchObject({
      id: expect.stringContaining('@'),
      data_collection_permissions: { required: ['none'] },
    });
    expect(chrome).not.toHaveProperty('browser_specific_settings');
  });

  it('lets Chromium load the sidebar on isolated pages', () => {
    expect(chrome.cross_origin_embedder_policy).toEqual({ value: 'require-corp' });
    expect(firefox).not.toHaveProperty('cross_origin_embedder_policy');
  });
});
