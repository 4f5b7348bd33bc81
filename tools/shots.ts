/**
 * Photographs recorded pages of ten sites with annotation and sidebar, light and dark: `npm run shots --
 * --data DIR [--out DIR]`. It needs the build.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ALL_SITES, originsOf } from '../lib/model/access/hosts';
import { matchesOf } from '../lib/sites';
import { grantInProfile, launchChromium } from './browser/chromium';
import { messageOf, required, runProgram, valuesOf } from './command-line';
import { startDemoServer } from './demo/feed';
import { waitForFirstSync } from './demo/first-sync';
import { openPaper, openSidebar } from './demo/paper-page';
import { pickPages } from './shots/pick-pages';

const SITES = [
  'arxiv',
  'ar5iv',
  'aclanthology',
  'pmlr',
  'nature',
  'springer',
  'pmc',
  'plos',
  'biorxiv',
  'usenix',
  'frontiers',
  'hal',
];
const WANTED = 10;
const SYNC_TIMEOUT_MS = 120_000;

await runProgram({
  usage: 'npm run shots -- --data DIR [--out DIR]',
  read(args) {
    const values = valuesOf(args, {
      data: { type: 'string' },
      out: { type: 'string', default: '.demo/sites' },
    });
    return { data: required(values.data, '--data DIR'), out: values.out };
  },
  run: shootSites,
});

async function shootSites({ data, out }: { readonly data: string; readonly out: string }): Promise<void> {
  mkdirSync(out, { recursive: true });
  const server = await startDemoServer(data);
  const profileDir = mkdtempSync(join(tmpdir(), 'paperkin-shots-'));
  const launch = () => launchChromium({ replayPort: server.port, profileDir });
  let browser = await launch();
  try {
    await waitForFirstSync(await browser.openExtensionPage('popup.html'), SYNC_TIMEOUT_MS);
    const { extensionId } = browser;
    await browser.close();
    grantInProfile(profileDir, extensionId, [...originsOf(matchesOf('optional')), ALL_SITES]);
    browser = await launch();
    await shootSettings(await browser.openExtensionPage('library.html#settings'), out);
    let taken = 0;
    for (const { site, url } of pickPages(data, SITES)) {
      if (taken === WANTED) break;
      const page = await browser.context.newPage();
      try {
        console.log(`${site}: ${await shootPaper(page, url, join(out, site))} (${url})`);
        taken++;
      } catch (error) {
        // An incomplete recording must not cost us the others.
        console.log(`${site}: left out, ${messageOf(error)}`);
      }
      await page.close();
    }
    if (taken < WANTED) throw new Error(`Only ${taken} of ${WANTED} sites could be photographed.`);
  } finally {
    await browser.close();
    await server.close();
    rmSync(profileDir, { recursive: true, force: true });
  }
}

/** Shoots the list of sites before and after "Allow all listed sites", which the pages need. */
async function shootSettings(page: Page, outDir: string): Promise<void> {
  const section = page.locator('section', { has: page.getByRole('heading', { name: 'Sites', exact: true }) });
  await section.screenshot({ path: join(outDir, 'settings-before.png') });
  await page.getByRole('button', { name: 'Allow all listed sites' }).click();
  await page.waitForTimeout(1_000);
  await section.screenshot({ path: join(outDir, 'settings-after.png') });
  await page.emulateMedia({ colorScheme: 'dark' });
  await section.screenshot({ path: join(outDir, 'settings-after-dark.png') });
}

/**
 * Shoots the page with its annotation, and with the sidebar open, in both colour schemes. Returns the
 * annotation's words.
 */
async function shootPaper(page: Page, url: string, path: string): Promise<string> {
  const words = await openPaper(page, url);
  await shootBoth(page, path);
  await openSidebar(page);
  await shootBoth(page, `${path}-sidebar`);
  return words;
}

async function shootBoth(page: Page, path: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(400); // Colours change through a short transition.
    await page.screenshot({ path: `${path}-${colorScheme}.png` });
  }
}
