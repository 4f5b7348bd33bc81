import { describe, expect, it } from 'vitest';
import { providers } from '../../lib/providers';
import { matchesOf, sites } from '../../lib/sites';
import { sources } from '../../lib/sources';
import { createManifest } from '../../tools/manifest';
import { textOf } from '../support/repository';

const wholeHost = (pattern: string) => pattern.replace(/^([^:]+:\/\/[^/]+)\/.*$/, '$1/*');
const REQUIRED_HOSTS = /^(?:\*|https):\/\/(?:[a-z0-9.-]+\.)?(?:arxiv\.org|huggingface\.co)\/\*$/;

describe.each(['chrome', 'firefox'])('the manifest for %s', (browser) => {
  const manifest = createManifest(browser);
  const hosts = manifest.host_permissions ?? [];

  it('asks for the hosts of the tables and no others', () => {
    const tables = [...matchesOf('required'), ...sources.flatMap((source) => source.hosts)];
    const hostsOfTables = new Set(tables.map(wholeHost));
    expect(hosts).toEqual([...hostsOfTables].toSorted());
  });

  it('requires only the hosts of arXiv and Hugging Face: every other site is optional', () => {
    expect(hosts.filter((host) => !REQUIRED_HOSTS.test(host))).toEqual([]);
  });

  it('may ask for every optional site and every provider by name, and for all sites at once', () => {
    const hosts = [...matchesOf('optional'), ...providers.flatMap((provider) => provider.hosts)];
    const expected = [...new Set(hosts.map(wholeHost))].toSorted();
    expect(manifest.optional_host_permissions).toEqual([...expected, '*://*/*']);
  });

  it('runs scripts on required sites only, the small one on single-page sites', () => {
    const scripts = manifest.content_scripts ?? [];
    const patternsOf = (isSinglePage: boolean) =>
      sites
        .filter((site) => site.access === 'required' && (site.isSinglePage ?? false) === isSinglePage)
        .flatMap(({ matches }) => matches)
        .toSorted();
    expect(scripts.map(({ js, matches }) => [js, matches])).toEqual([
      [['annotate.js'], patternsOf(false)],
      [['watch.js'], patternsOf(true)],
    ]);
  });

  it('gives a reason in ARCHITECTURE.md for each permission', () => {
    const documented = textOf('ARCHITECTURE.md');
    const undocumented = (manifest.permissions ?? []).filter(
      (name) => !documented.includes(`| \`${name}\` `),
    );
    expect(undocumented, 'Add a row to the permissions table').toEqual([]);
  });

  it('keeps the default content security policy', () => {
    expect(manifest.content_security_policy).toBeUndefined();
  });
});

describe('the two manifests', () => {
  const chrome = createManifest('chrome');
  const firefox = createManifest('firefox');

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

describe('the sidebar of Firefox', () => {
  it('does not open by itself when the extension is installed', () => {
    expect(textOf('entrypoints/sidepanel/index.html')).toContain(
      '<meta name="manifest.open_at_install" content="false" />',
    );
  });
});
