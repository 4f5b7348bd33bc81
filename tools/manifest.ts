import type { UserManifest } from 'wxt';
import { PROVIDERS } from '../lib/providers/descriptions';
import { ALL_SITES, originsOf } from '../lib/model/access/hosts';
import { requiredScripts } from '../lib/services/access/page-scripts';
import { matchesOf, sites } from '../lib/sites';
import { SOURCES } from '../lib/sources/descriptions';

/** Fixed, so that stored data survives reinstalling an unpacked build, and Firefox keeps one identity. */
const GECKO_ID = 'paperkin@paperkin.org';

/**
 * The manifest; its hosts come from the tables of sites and sources. `tests/structure/manifest.test.ts`
 * checks it against the reasons in ARCHITECTURE.md.
 */
export function createManifest(browser: string): UserManifest {
  const isFirefox = browser === 'firefox';
  return {
    name: 'Paperkin',
    description:
      'Related papers and topics in the margin of the paper you read, looked up on your own machine.',
    permissions: [
      'activeTab',
      'alarms',
      'contextMenus',
      'scripting',
      'storage',
      'unlimitedStorage',
      ...(isFirefox ? [] : ['sidePanel']),
    ],
    host_permissions: [
      ...originsOf([...matchesOf('required'), ...SOURCES.flatMap((source) => source.hosts)]),
    ],
    // Sites, and services that would learn what you read: each is asked for when you switch it on.
    optional_host_permissions: [
      ...originsOf([...matchesOf('optional'), ...PROVIDERS.flatMap((provider) => provider.hosts)]),
      ALL_SITES,
    ],
    content_scripts: requiredScripts(sites).map(({ matches, js, css, runAt }) => ({
      matches: [...matches],
      js: [...js],
      ...(css === undefined ? {} : { css: [...css] }),
      run_at: runAt,
    })),
    action: { default_title: 'Paperkin: today’s papers' },
    commands: {
      'toggle-sidebar': {
        suggested_key: { default: 'Alt+R' },
        description: 'Show or hide the related papers of this page',
      },
    },
    web_accessible_resources: [
      // Only the sidebar's page, which draws nothing without our token. With `use_dynamic_url`, pages with COEP
      // `require-corp` refuse it (Chromium 156).
      { resources: ['sidepanel.html'], matches: [...originsOf(matchesOf('required'))] },
      // On sites that readers allow one by one, a fixed address would tell any of them that Paperkin is installed.
      {
        resources: ['sidepanel.html'],
        matches: [ALL_SITES],
        ...(isFirefox ? {} : { use_dynamic_url: true }),
      },
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
