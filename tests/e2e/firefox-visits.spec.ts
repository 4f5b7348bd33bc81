import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFirefox } from '../../tools/bootstrap/find-browser.mjs';
import { type FirefoxWithExtension, launchFirefox } from '../../tools/browser/firefox';
import { type ReplayProxy, startReplayProxy } from '../../tools/replay/proxy';
import { PLAYED_HOSTS } from '../../tools/replay/route';
import { sampleLibrary } from '../../tools/replay/sample-library';
import { type ReplayServer, startReplayServer } from '../../tools/replay/server';
import { askedSince, otherHostsSince, paperPages, VISITS } from './visits';

/** The extension API in a page of ours; its global is not in the types of tests. */
declare const browser: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } };

describe.skipIf(findFirefox() === null)(`${VISITS} paper pages in Firefox`, () => {
  let server: ReplayServer;
  let proxy: ReplayProxy;
  let firefox: FirefoxWithExtension;

  beforeAll(async () => {
    server = await startReplayServer(sampleLibrary());
    proxy = await startReplayProxy(server.port, PLAYED_HOSTS);
    firefox = await launchFirefox({ proxyPort: proxy.port });
  });
  afterAll(async () => {
    await firefox.close();
    await proxy.close();
    await server.close();
  });

  it('are opened without a request: no script of ours runs on its PDFs', async () => {
    const popup = await firefox.openExtensionPage('popup.html');
    await popup.waitForSelector('ol[aria-label="Papers"] > li', { timeout: 60_000 });
    await expect.poll(() => isSynced(popup), { timeout: 30_000 }).toBe(true);
    await popup.evaluate(() =>
      browser.runtime.sendMessage({ paperkin: 1, name: 'feed.pause', request: { isPaused: true } }),
    );
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const before = server.requests.length;
    const refusedBefore = proxy.refused.length;

    const page = await firefox.browser.newPage();
    for (const url of paperPages(server.library)) {
      // The viewer of a PDF never tells that it has loaded.
      await page.goto(url, { waitUntil: url.includes('/pdf/') ? [] : 'domcontentloaded' });
    }
    await new Promise((resolve) => setTimeout(resolve, 2_000));

    const visited = server.requests.slice(before).filter(({ host }) => host === 'arxiv.org').length;
    expect(visited).toBeGreaterThan(VISITS / 2);
    expect(askedSince(server.requests, before)).toEqual([]);
    expect(otherHostsSince(server.requests, before)).toEqual([]);
    const refused = proxy.refused.slice(refusedBefore);
    expect(refused.filter((host) => !/mozilla|firefox|detectportal/.test(host))).toEqual([]);
  });

  async function isSynced(popup: Page): Promise<boolean> {
    return popup.evaluate(async () => {
      const answer = await browser.runtime.sendMessage({ paperkin: 1, name: 'feed.status' });
      return JSON.stringify(answer).includes('lastSuccessAtMs');
    });
  }
});
