import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickHiddenButton, hiddenButtons } from '../../tools/browser/firefox-closed-shadow';
import {
  extensionFrameInFirefox,
  type FirefoxWithExtension,
  launchFirefox,
} from '../../tools/browser/firefox';
import { findFirefox } from '../../tools/bootstrap/find-browser.mjs';
import { type ReplayProxy, startReplayProxy } from '../../tools/replay/proxy';
import { PLAYED_HOSTS, withPages } from '../../tools/replay/route';
import { sampleLibrary } from '../../tools/replay/sample-library';
import { FORUM_PAPERS, forumPages } from './forum-pages';
import { type ReplayServer, startReplayServer } from '../../tools/replay/server';

/** The extension API in a page of ours; its global is not in the types of tests. */
declare const chrome: {
  readonly tabs: { query(query: { url: string }): Promise<readonly { readonly id: number }[]> };
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
};

const ROWS = 'ol[aria-label="Related papers"] > li';

/** The same steps as in Chromium: install, sync, annotation, sidebar, save, restart. */
describe.skipIf(findFirefox() === null)('in Firefox', () => {
  let server: ReplayServer;
  let proxy: ReplayProxy;
  let firefox: FirefoxWithExtension;
  const profileDir = mkdtempSync(join(tmpdir(), 'paperkin-firefox-'));
  const launch = () => launchFirefox({ proxyPort: proxy.port, profileDir, grantsUnasked: true });

  beforeAll(async () => {
    server = await startReplayServer(withPages(sampleLibrary(), forumPages()));
    proxy = await startReplayProxy(server.port, [...PLAYED_HOSTS, 'openreview.net']);
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
    await popup.waitForSelector('ol[aria-label="Papers"][aria-busy="false"] > li');
    // Not waitForFunction: it makes a function from text, which the extension's own policy forbids.
    const bars = () => popup.$$eval('[role="progressbar"]', (found) => found.length);
    await expect.poll(bars).toBe(0);
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

  it('annotates a site once the reader has allowed it, and follows navigation without a load', async () => {
    const [first, second] = FORUM_PAPERS;
    const page = await firefox.newPage();
    await page.goto(`https://openreview.net/forum?id=${first?.id}`);
    const settings = await firefox.openExtensionPage('library.html#settings');
    const toggle = await settings.waitForSelector('input[aria-label="OpenReview"]');
    if ((await toggle?.evaluate((input) => (input as HTMLInputElement).checked)) === false)
      await toggle?.click();

    await page.bringToFront();
    await annotated(page);
    // The first paper's annotation goes at once, but a script could click it before: it gets a mark.
    await page.$eval('paperkin-annotation', (host) => host.setAttribute('data-before', ''));
    await page.click(`#${second?.id}`);
    await page.waitForSelector('paperkin-annotation:not([data-before])');
    await annotated(page);
    await expect
      .poll(() => panelPaper(settings, 'https://openreview.net/*'))
      .toContain(JSON.stringify(second?.title));
    await Promise.all([page.close(), settings.close()]);
  });

  it('tells the side panel which paper a PDF is, although no script may run there', async () => {
    const page = await firefox.newPage();
    const url = server.library.demoUrl.replace('/abs/', '/pdf/');
    await page.goto(url, { waitUntil: [] });
    const library = await firefox.openExtensionPage('library.html');
    const paper = server.library.paper(server.library.demoUrl.split('/').at(-1) ?? '');
    await expect.poll(() => panelPaper(library, url)).toContain(JSON.stringify(paper?.title));
    await Promise.all([page.close(), library.close()]);
  });

  it('keeps the saved paper and the feed over a restart', async () => {
    await firefox.close();
    firefox = await launch();
    const library = await firefox.openExtensionPage('library.html#reading');
    await library.waitForSelector('ol > li');
    expect(await library.$$eval('ol > li', (rows) => rows.length)).toBe(1);
    const { page } = await openPaper();
    await page.close();
  });

  it('contacts only its sources and the hosts of the pages', () => {
    const own = proxy.refused.filter((host) => !/mozilla|firefox|detectportal/.test(host));
    expect(own).toEqual([]);
  });

  /** What the worker tells the side panel of the tab with this address; asked by a page of ours. */
  function panelPaper(own: Page, address: string): Promise<string> {
    return own.evaluate(async (url) => {
      const [tab] = await chrome.tabs.query({ url });
      const call = { paperkin: 1, name: 'panel.paper', request: { tabId: tab?.id } };
      return JSON.stringify(await chrome.runtime.sendMessage(call));
    }, address);
  }

  async function annotated(page: Page): Promise<void> {
    await expect
      .poll(async () => (await hiddenButtons(page, 'paperkin-annotation')).map(({ name }) => name))
      .toContainEqual(expect.stringMatching(/^\d+ related papers$/));
  }

  async function openPaper(): Promise<{ page: Page; panel: Frame }> {
    const page = await firefox.newPage();
    await page.goto(server.library.demoUrl);
    await annotated(page);
    await clickHiddenButton(page, 'paperkin-annotation', /related papers/);
    const panel = await extensionFrameInFirefox(page, 'sidepanel.html');
    await panel.waitForSelector(ROWS);
    return { page, panel };
  }
});
