import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFirefox } from '../../tools/bootstrap/find-browser.mjs';
import { type FirefoxWithExtension, launchFirefox } from '../../tools/browser/firefox';
import { until } from '../../tools/browser/until';
import { type ReplayProxy, startReplayProxy } from '../../tools/replay/proxy';
import { PLAYED_HOSTS } from '../../tools/replay/route';
import { sampleLibrary } from '../../tools/replay/sample-library';
import { type ReplayServer, startReplayServer } from '../../tools/replay/server';
import { askedSince, otherHostsSince, paperPages } from './visits';

/** The extension API in a page of ours; its global is not in the types of tests. */
declare const browser: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } };

/** A fifth of the visits in Chromium, each kind of page ten times: a page costs the same each time. */
const VISITS = 40;

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

  it('make no request: none of our scripts runs on PDFs', async () => {
    const popup = await firefox.openExtensionPage('popup.html');
    const status = () =>
      popup.evaluate(async () =>
        JSON.stringify(await browser.runtime.sendMessage({ paperkin: 1, name: 'feed.status' })),
      );
    await expect.poll(status).toContain('lastSuccessAtMs');
    await popup.evaluate(() =>
      browser.runtime.sendMessage({ paperkin: 1, name: 'feed.pause', request: { isPaused: true } }),
    );
    await expect.poll(status).toContain('"reason":"paused"');
    const before = server.requests.length;
    const refusedBefore = proxy.refused.length;

    const page = await firefox.newPage();
    for (const url of paperPages(server.library, VISITS)) {
      const address = url.replace('https://', '');
      // The viewer of a PDF never tells that it has loaded: only that the file was fetched.
      const isPdf = url.includes('/pdf/');
      await page.goto(url, { waitUntil: isPdf ? [] : 'domcontentloaded' });
      if (isPdf)
        await until(
          () => server.requests.find(({ host, url: path }) => host + path === address),
          () => `${url} was not opened.`,
        );
      else await page.waitForSelector('paperkin-annotation');
    }
    await status(); // The worker answers in turn: it has seen to the pages before.

    expect(askedSince(server.requests, before)).toEqual([]);
    expect(otherHostsSince(server.requests, before)).toEqual([]);
    const refused = proxy.refused.slice(refusedBefore);
    expect(refused.filter((host) => !/mozilla|firefox|detectportal/.test(host))).toEqual([]);
  });
});
