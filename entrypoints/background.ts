import { browser } from 'wxt/browser';
import { defineBackground } from '#imports';
import { createHttpGet } from '../lib/http';
import { declaresPaper, handOver } from '../lib/page/injected';
import { connection } from '../lib/services/sync/deferral';
import { createWorker } from '../lib/services/worker/create-worker';

/** Written by the build (`wxt.config.ts`). */
declare const PACKAGED_VERSION: string;

export default defineBackground(() => {
  createWorker({
    now: () => Date.now(),
    wait: (durationMs) => new Promise((resolve) => setTimeout(resolve, durationMs)),
    random: Math.random,
    get: createHttpGet(),
    connection,
    onOnline: (listener) => globalThis.addEventListener('online', listener),
    readPackaged,
    packagedVersion: PACKAGED_VERSION,
    inPage: { declaresPaper, handOver },
  });
});

/** Reads a file of the package. Errors: `Error` when it is not there. */
async function readPackaged(path: string): Promise<ArrayBuffer> {
  const response = await fetch(browser.runtime.getURL('/') + path);
  if (!response.ok) throw new Error(`The package has no ${path}.`);
  return response.arrayBuffer();
}
