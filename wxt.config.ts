import { defineConfig } from 'wxt';
import { createManifest } from './tools/manifest';
import { packagedVersion } from './tools/packaged-version';

/**
 * Scripts on pages use the browser's own promise API: what they call (`storage.local`, `runtime`) needs no
 * polyfill in the browsers that we support, and webextension-polyfill is 3 KB gzip of every paper page.
 */
const NATIVE_API = { find: 'wxt/browser', replacement: '@wxt-dev/browser' };

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser }) => createManifest(browser),
  // Both know light-dark(): lowered for older browsers it would follow the root element, not the page around us.
  vite: () => ({
    build: { target: ['chrome123', 'firefox140'] },
    define: { PACKAGED_VERSION: JSON.stringify(packagedVersion()) },
  }),
  hooks: {
    'vite:build:extendConfig': ([entrypoint], config) => {
      if (entrypoint?.type !== 'unlisted-script') return;
      const { alias = {} } = config.resolve ?? {};
      const others = Array.isArray(alias)
        ? alias
        : Object.entries(alias).map(([find, replacement]) => ({ find, replacement: String(replacement) }));
      config.resolve = { ...config.resolve, alias: [NATIVE_API, ...others] };
    },
  },
  zip: { artifactTemplate: 'paperkin-{{version}}-{{browser}}.zip' },
});
