import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickHiddenButton, hiddenButtons } from '../../tools/browser/firefox-closed-shadow';
import { extensionFrameInFirefox } from '../../tools/browser/firefox-frame';
import { launchFirefox, type FirefoxWithExtension } from '../../tools/browser/firefox';
import { findFirefox } from '../../tools/bootstrap/find-browser.mjs';
import { startReplayProxy, type ReplayProxy } from '../../tools/replay/proxy';
import { PLAYED_HOSTS } from '../../tools/replay/route';
import { sampleLibrary } from '../../tools/replay/sample-library';
import { startReplayServer, type ReplayServer } from '../../tools/replay/server';

const ROWS = 'ol[aria-label="Related papers"] > li';

/** The same way as in Chromium: install, sync, annotation, sidebar, save, restart. */
describe.skipIf(findFirefox() === null)('in Firefox', () => {
  let server: ReplayServer;
  let proxy: ReplayProxy;
  let firefox: FirefoxWithExtension;
  const profileDir = mkdtempSync(join(tmpdir(), 'paperkin-firefox-'));
  const launch = () => launchFirefox({ proxyPort: proxy.port, profileDir });

  beforeAll(async () => {
    server = await startReplayServer(sampleLibrary());
    proxy = await startReplayProxy(server.port, PLAYED_HOSTS);
    firefox = await launch();
  });
  afterAll(async () => {
    await firefox.close();
    await proxy.close();
    await server.close();
    rmSync(profileDir, { recursive: true, force: true });
  });

  it('syncs after install and lists today’s papers in the popup', async () => {
    const popup = await firefox.openExtensionPage('popup.html');
    await popup.waitForSelector('ol[aria-label="Papers"] > li', { timeout: 60_000 });
    await popup.waitForFunction(
      () =>
        document.querySelector('[role="progressbar"]') === null &&
        !document.body.innerText.includes('From the starter feed'),
      {
        timeout: 60_000,
      },
    );
    const [newest] = server.library.editionDates;
    const listed = newest === undefined ? [] : server.library.edition(newest);
    expect(await popup.$$eval('ol[aria-label="Papers"] > li', (rows) => rows.length)).toBe(listed.length);
    await popup.close();
  });

  it('annotates a paper, lists related papers in the sidebar, and saves one', async () => {
    const { page, panel } = await openPaper();
    const titles = await panel.$$eval(`${ROWS} .title`, (rows) => rows.map((row) => row.textContent ?? ''));
    expect(titles.length).toBeGreaterThan(3);

    await panel.evaluate((rows) => {
      const button = [...document.querySelectorAll<HTMLElement>(`${rows} button`)].find((candidate) =>
        /save/i.test(candidate.ariaLabel ?? candidate.textContent ?? ''),
      );
      button?.click();
    }, ROWS);

    await panel.waitForSelector(`${ROWS} button[aria-pressed="true"]`);
    await page.close();
  });

  it('still has the saved paper and the feed after a restart', async () => {
    await firefox.close();
    firefox = await launch();
    const library = await firefox.openExtensionPage('library.html#reading');
    await library.waitForSelector('ol > li', { timeout: 20_000 });
    expect(await library.$$eval('ol > li', (rows) => rows.length)).toBe(1);
    const { page } = await openPaper();
    await page.close();
  });

  it('asks no host but those of its sources and the page’s own', () => {
    const own = proxy.refused.filter((host) => !/mozilla|firefox|detectportal/.test(host));
    expect(own).toEqual([]);
  });

  async function openPaper(): Promise<{ page: Page; panel: Frame }> {
    const page = await firefox.browser.newPage();
    await page.goto(server.library.demoUrl);
    await expect
      .poll(async () => (await hiddenButtons(page, 'paperkin-annotation')).map(({ name }) => name), {
        timeout: 20_000,
      })
      .toContainEqual(expect.stringMatching(/^\d+ related papers$/));
    await clickHiddenButton(page, 'paperkin-annotation', /related papers/);
    const panel = await extensionFrameInFirefox(page, 'sidepanel.html');
    await panel.waitForSelector(ROWS, { timeout: 20_000 });
    return { page, panel };
  }
});
