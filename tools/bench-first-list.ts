/**
 * Times how soon a new reader has papers, with no source in reach: `npm run bench:first-list`. From the start
 * of the worker, which the installation causes, to the first row on screen in a popup opened at once. Figures
 * are reported, never asserted: machines differ.
 */
import { launchChromium } from './browser/chromium';
import { offline } from './replay/faults';
import { sampleLibrary } from './replay/sample-library';
import { startReplayServer } from './replay/server';

const RUNS = 10;
const ROW = 'ol[aria-label="Papers"] > li';

const server = await startReplayServer(sampleLibrary());
server.fault({ path: /^\/(?:api\/|rss|atom)/ }, offline());
try {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) times.push(await timeFirstRow());
  times.sort((one, other) => one - other);
  const at = (share: number) => (times[Math.ceil(times.length * share) - 1] ?? 0).toFixed(0);
  console.log(
    `first list after the installation, offline: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (budget 1000 ms, ${RUNS} runs)`,
  );
} finally {
  await server.close();
}

/** Each run is an installation of its own: a fresh profile. */
async function timeFirstRow(): Promise<number> {
  const browser = await launchChromium({ replayPort: server.port });
  try {
    await browser.context.addInitScript((row) => {
      new MutationObserver((_, observer) => {
        if (document.querySelector(row) === null) return;
        observer.disconnect();
        requestAnimationFrame(() =>
          Object.assign(window, { rowAtMs: performance.timeOrigin + performance.now() }),
        );
      }).observe(document, { childList: true, subtree: true });
    }, ROW);
    const [worker] = browser.context.serviceWorkers();
    if (worker === undefined) throw new Error('The extension has no worker.');
    const installedAtMs = await worker.evaluate(() => performance.timeOrigin);
    const popup = await browser.openExtensionPage('popup.html');
    await popup.waitForFunction(() => 'rowAtMs' in window);
    const rowAtMs = await popup.evaluate(() => (window as unknown as { rowAtMs: number }).rowAtMs); // Set above.
    return rowAtMs - installedAtMs;
  } finally {
    await browser.close();
  }
}
