import { defineConfig } from 'wxt';
import { createManifest } from './tools/manifest';
import { packagedVersion } from './tools/packaged-version';

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
  zip: { artifactTemplate: 'paperkin-{{version}}-{{browser}}.zip' },
});
