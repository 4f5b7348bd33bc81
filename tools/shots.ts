/**
 * Photographs recorded pages of ten sites with annotation and sidebar, light and dark: `npm run shots --
 * --data DIR [--out DIR]`. Needs the build.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { ALL_SITES, originsOf } from '../lib/model/access/hosts';
import { optionalMatches } from '../lib/sites/site-hosts';
import { launchChromium } from './browser/chromium';
import { grantInProfile } from './browser/chromium';
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

process.exitCode = await main();

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, out: { type: 'string', default: '.demo/sites' } },
  });
  if (values.data === undefined) {
    console.error('npm run shots -- --data DIR [--out DIR]');
    return 1;
  }
  mkdirSync(values.out, { recursive: true });
  const server = await startDemoServer(values.data);
  const profileDir = mkdtempSync(join(tmpdir(), 'paperkin-shots-'));
  const launch = () => launchChromium({ replayPort: server.port, profileDir });
  let browser = await launch();
  try {
    await waitForFirstSync(await browser.openExtensionPage('popup.html'), SYNC_TIMEOUT_MS);
    const { extensionId } = browser;
    await browser.close();
    grantInProfile(profileDir, extensionId, [...originsOf(optionalMatches), ALL_SITES]);
    browser = await launch();
    await shootSettings(await browser.openExtensionPage('library.html#settings'), values.out);
    const taken: string[] = [];
    for (const { site, url } of pickPages(values.data, SITES)) {
      if (taken.length === WANTED) break;
      const page = await browser.context.newPage();
      try {
        console.log(`${site}: ${await shootPaper(page, url, join(values.out, site))} (${url})`);
        taken.push(site);
      } catch (error) {
        // A recording that is incomplete is no reason to do without the others.
        console.log(`${site}: left out, ${error instanceof Error ? error.message : String(error)}`);
      }
      await page.close();
    }
    return taken.length === WANTED ? 0 : 1;
  } finally {
    await browser.close();
    await server.close();
    rmSync(profileDir, { recursive: true, force: true });
  }
}

/** The list of sites before and after "Allow all listed sites", which the pages need. */
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
 * The page with its annotation, and with the sidebar open, in both colour schemes. Gives the annotation's
 * words.
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
