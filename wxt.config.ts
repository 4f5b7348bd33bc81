import { defineConfig } from 'wxt';
import { createManifest } from './tools/manifest';

/**
 * Scripts on pages use the browser's own promise API: what they call (`storage.local`, `runtime`) needs no
 * polyfill in the browsers that we support, and webextension-polyfill is 3 KB gzip of every paper page.
 */
const NATIVE_API = { 'wxt/browser': '@wxt-dev/browser' };

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser }) => createManifest(browser),
  // Both know light-dark(): lowered for older browsers it would follow the root element, not the page around us.
  vite: () => ({ build: { target: ['chrome123', 'firefox140'] } }),
  hooks: {
    'vite:build:extendConfig': ([entrypoint], config) => {
      if (entrypoint?.type !== 'content-script' && entrypoint?.type !== 'unlisted-script') return;
      config.resolve = { ...config.resolve, alias: { ...config.resolve?.alias, ...NATIVE_API } };
    },
  },
  zip: { artifactTemplate: 'paperkin-{{version}}-{{browser}}.zip' },
});
