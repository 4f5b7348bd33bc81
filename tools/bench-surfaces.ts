/**
 * Times the surfaces in a real Chromium against the budgets of docs/design.md, section 7: `npm run
 * bench:surfaces`. It reports figures and asserts none, as machines differ. `-- --data DIR` measures on a
 * recorded month.
 */
import type { Page } from 'playwright-core';
import { percentiles } from './bench/figures';
import { firstRowAtMs, noteFirstRow } from './bench/first-row';
import { longestRunsOnHostilePage } from './bench/longest-run';
import { launchChromium, type ChromiumWithExtension } from './browser/chromium';
import { layoutShiftOf, watchLayoutShift } from './browser/layout-shift';
import { settleFeed } from './bench/ask-worker';
import { startDemoServer } from './demo/feed';
import { waitForFirstSync } from './demo/first-sync';
import { openPaper, openSidebar } from './demo/paper-page';
import { readDemoOptions } from './demo/options';

const RUNS = 20;
/** Characters of the first column. */
const WIDTH = 48;
const SYNC_TIMEOUT_MS = 120_000;
const ROWS = 'ol[aria-label="Papers"] > li, ol[aria-label="Related papers"] > li';

const { dataDir } = readDemoOptions(process.argv.slice(2), process.env, process.platform);
const server = await startDemoServer(dataDir);
const startedAtMs = Date.now();
const browser = await launchChromium({ replayPort: server.port });
try {
  await noteFirstRow(browser.context, ROWS);
  await noteClicks(browser);
  const popup = await browser.openExtensionPage('popup.html');
  await waitForFirstSync(popup, SYNC_TIMEOUT_MS);
  const syncS = ((Date.now() - startedAtMs) / 1000).toFixed(1);
  console.log(`${"first sync, with the browser's start".padEnd(WIDTH)}${syncS} s (budget 20 s)`);
  await settleFeed(popup, SYNC_TIMEOUT_MS);
  await popup.close();
  report('popup: list on screen, worker just started', 150, await timed(() => popupTime(browser)));
  const page = await browser.context.newPage();
  await openPaper(page, server.library.demoUrl);
  report('sidebar: click to related papers, worker warm', 150, await timed(() => sidebarTime(page)));
  const { shift, longestTask } = await pageCost(browser, server.library.demoUrl);
  console.log(`${'layout shift on a paper page'.padEnd(WIDTH)}${shift.toFixed(4)} (budget 0)`);
  console.log(`${'longest task on a paper page'.padEnd(WIDTH)}${longestTask.toFixed(0)} ms (budget 50 ms)`);
} finally {
  await browser.close();
  await server.close();
}
report(
  'longest run of ours on a hostile page',
  50,
  (await longestRunsOnHostilePage()).toSorted((a, b) => a - b),
);

async function timed(run: () => Promise<number>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let index = 0; index < RUNS; index++) times.push(await run());
  return times;
}

function report(what: string, budgetMs: number, times: readonly number[]): void {
  console.log(`${what.padEnd(WIDTH)}${percentiles(times)} (budget ${budgetMs} ms, ${times.length} runs)`);
}

/** Makes every page note when it was clicked last, in ms since epoch. */
async function noteClicks({ context }: ChromiumWithExtension): Promise<void> {
  await context.addInitScript(() => {
    window.addEventListener(
      'click',
      ({ timeStamp }) => Object.assign(window, { clickAtMs: performance.timeOrigin + timeStamp }),
      { capture: true },
    );
  });
}

async function popupTime(extension: ChromiumWithExtension): Promise<number> {
  await extension.stopWorker();
  const page = await extension.openExtensionPage('popup.html');
  const time = (await firstRowAtMs(page)) - (await page.evaluate(() => performance.timeOrigin));
  await page.close();
  return time;
}

async function sidebarTime(page: Page): Promise<number> {
  const panel = await openSidebar(page);
  const clickAtMs = await page.evaluate(() => (window as unknown as { clickAtMs: number }).clickAtMs); // By noteClicks.
  const time = (await firstRowAtMs(panel)) - clickAtMs;
  // The key press removes the frame, so its release never arrives.
  await panel
    .locator('body')
    .press('Escape', { timeout: 500 })
    .catch(() => undefined);
  await page.waitForFunction(() => document.querySelector('paperkin-sidebar') === null);
  return time;
}

/** Set in the page by `pageCost`. */
declare const longestTask: number;

async function pageCost({ context }: ChromiumWithExtension, url: string) {
  const page = await context.newPage();
  await watchLayoutShift(page);
  await page.addInitScript(() => {
    Object.assign(window, { longestTask: 0 });
    new PerformanceObserver((list) => {
      const durations = list.getEntries().map(({ duration }) => duration);
      Object.assign(window, { longestTask: Math.max(longestTask, ...durations) });
    }).observe({ type: 'longtask', buffered: true });
  });
  await openPaper(page, url);
  await page.waitForTimeout(1_000); // Long tasks are told a while later.
  return { shift: await layoutShiftOf(page), longestTask: await page.evaluate(() => longestTask) };
}
