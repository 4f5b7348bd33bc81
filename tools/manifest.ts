import type { UserManifest } from 'wxt';
import { engines } from '../lib/engines';
import { requiredMatches } from '../lib/sites/site-hosts';
import { sources } from '../lib/sources';

/** Fixed, so that stored data survives reinstalling an unpacked build, and Firefox keeps one identity. */
const GECKO_ID = 'paperkin@paperkin.org';

/**
 * The manifest; hosts come from the tables of sites and sources. `tests/structure/manifest.test.ts` holds it
 * against the reasons in ARCHITECTURE.md.
 */
export function createManifest(browser: string): UserManifest {
  const hosts = new Set([...requiredMatches, ...sources.flatMap((source) => source.hosts)].map(wholeHost));
  const isFirefox = browser === 'firefox';
  return {
    name: 'Paperkin',
    description:
      'Related papers and topics in the margin of the paper you read, looked up on your own machine.',
    permissions: [
      'alarms',
      'contextMenus',
      'storage',
      'unlimitedStorage',
      ...(isFirefox ? [] : ['sidePanel']),
    ],
    host_permissions: [...hosts].toSorted(),
    // Services that are told which paper is read: asked for in the click that switches one on.
    optional_host_permissions: engines.flatMap((engine) => engine.hosts).toSorted(),
    action: { default_title: 'Paperkin: today’s papers' },
    commands: {
      'toggle-sidebar': {
        suggested_key: { default: 'Alt+R' },
        description: 'Show or hide the related papers of this page',
      },
    },
    web_accessible_resources: [
      // Only the sidebar's page, only where our content script may open it. Not with `use_dynamic_url`: pages with
      // COEP `require-corp` then refuse it (Chromium 156). Without a token of ours the page draws nothing.
      { resources: ['sidepanel.html'], matches: [...new Set(requiredMatches.map(wholeHost))].toSorted() },
    ],
    ...(isFirefox
      ? {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          minimum_chrome_version: '123',
          // Lets the sidebar's iframe load on pages with COEP `require-corp`.
          cross_origin_embedder_policy: { value: 'require-corp' },
        }),
  };
}

/** Permissions are granted by host, whatever the path: `*://arxiv.org/abs/*` → `*://arxiv.org/*`. */
function wholeHost(pattern: string): string {
  return pattern.replace(/^([^:]+:\/\/[^/]+)\/.*$/, '$1/*');
}
