import type { Page } from 'playwright-core';
import type { ChromiumWithExtension } from '../../browser/chromium';
import { startWorker } from '../ask-worker';
import { attachToWorker } from './worker-session';

/**
 * Times how long a worker that has just started waits for the stored segments: opening the database and
 * reading all of them, which is what the look-up does before it can make its table of papers.
 *
 * Units: ms, and the megabytes read.
 */
export async function timeSegmentLoad(browser: ChromiumWithExtension, page: Page, runs: number) {
  const times: number[] = [];
  let megabytes = 0;
  for (let run = 0; run < runs; run++) {
    await browser.stopWorker();
    await startWorker(page);
    const worker = await attachToWorker(browser.context, browser.extensionId);
    const read = (await worker.evaluate(`(${String(readSegments)})()`)) as Read; // What the function gives.
    await worker.detach();
    times.push(read.ms);
    megabytes = read.bytes / 1_000_000;
  }
  return { times, megabytes };
}

type Read = Awaited<ReturnType<typeof readSegments>>;

/** Runs in the worker. */
function readSegments(): Promise<{ readonly ms: number; readonly bytes: number }> {
  const startedMs = performance.now();
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('paperkin');
    opening.addEventListener('error', () => reject(new Error('The database cannot be opened.')));
    opening.addEventListener('success', () => {
      const database = opening.result;
      const reading = database.transaction('segments').objectStore('segments').getAll();
      reading.addEventListener('error', () => reject(new Error('The segments cannot be read.')));
      reading.addEventListener('success', () => {
        const records = reading.result as { readonly bytes: Blob }[]; // The store's own records.
        void Promise.all(records.map(async ({ bytes }) => (await bytes.arrayBuffer()).byteLength)).then(
          (sizes) => {
            const ms = performance.now() - startedMs;
            database.close();
            resolve({ ms, bytes: sizes.reduce((sum, size) => sum + size, 0) });
          },
        );
      });
    });
  });
}
