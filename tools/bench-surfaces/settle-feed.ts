import type { Page } from 'playwright-core';

/** No step of background work takes as long. */
const STILL_MS = 4_000;

/**
 * Pauses the history, and waits until nothing changes in the feed any more: the starter feed is loaded, the
 * rows are merged. Times are to be those of a reader's every day, not of the minutes after the installation.
 *
 * `page`: one of the extension's. Errors: when it takes longer than `timeoutMs`.
 */
export async function settleFeed(page: Page, timeoutMs: number): Promise<void> {
  await ask(page, 'feed.pause', { isPaused: true });
  const deadlineMs = Date.now() + timeoutMs;
  let last = '';
  for (;;) {
    const state = JSON.stringify([await ask(page, 'feed.status'), await hasAlarm(page, 'index')]);
    if (state === last && state.endsWith('false]')) return;
    if (Date.now() > deadlineMs) throw new Error(`The feed does not come to rest: ${state}`);
    last = state;
    await page.waitForTimeout(STILL_MS);
  }
}

function ask(page: Page, name: string, request?: object): Promise<unknown> {
  return page.evaluate((call) => chrome.runtime.sendMessage(call), { paperkin: 1, name, request });
}

function hasAlarm(page: Page, name: string): Promise<boolean> {
  return page.evaluate((alarm) => chrome.alarms.get(alarm).then((found) => found !== undefined), name);
}

/** The part of the browser's own API that runs in the page. */
declare const chrome: {
  readonly runtime: { sendMessage(message: object): Promise<unknown> };
  readonly alarms: { get(name: string): Promise<object | undefined> };
};
