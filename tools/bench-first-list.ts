/**
 * Times how soon a new reader has papers, with no source in reach: `npm run bench:first-list`. From the start
 * of the worker, which the installation causes, to the first row on screen in a popup opened at once. It
 * reports figures and asserts none, as machines differ.
 */
import { percentiles } from './bench/figures';
import { firstRowAtMs, noteFirstRow } from './bench/first-row';
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
  console.log(
    `first list after the installation, offline: ${percentiles(times)} (budget 1000 ms, ${RUNS} runs)`,
  );
} finally {
  await server.close();
}

/** Each run is an installation of its own: a fresh profile. */
async function timeFirstRow(): Promise<number> {
  const browser = await launchChromium({ replayPort: server.port });
  try {
    await noteFirstRow(browser.context, ROW);
    const [worker] = browser.context.serviceWorkers();
    if (worker === undefined) throw new Error('The extension has no worker.');
    const installedAtMs = await worker.evaluate(() => performance.timeOrigin);
    const popup = await browser.openExtensionPage('popup.html');
    return (await firstRowAtMs(popup)) - installedAtMs;
  } finally {
    await browser.close();
  }
}
