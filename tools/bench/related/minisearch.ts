import type { Page } from 'playwright-core';
import { build } from 'vite';
import type { ChromiumWithExtension } from '../../browser/chromium';
import { type BenchQuery, startWorker } from '../ask-worker';
import { attachToWorker, type WorkerSession } from './worker-session';

/** A paper as MiniSearch gets it. */
export interface PlainPaper {
  readonly key: string;
  readonly title: string;
  readonly abstract: string;
}

/**
 * Times MiniSearch in the extension's worker: its JSON read from a store, the index read from the JSON, and
 * one title searched, each time in a worker that has just started. Our own look-up reads its store too.
 *
 * Units: ms.
 */
export async function timeMiniSearch(
  browser: ChromiumWithExtension,
  page: Page,
  papers: readonly PlainPaper[],
  queries: readonly BenchQuery[],
): Promise<readonly number[]> {
  const program = await bundle();
  const times: number[] = [];
  await inNewWorker(browser, page, async (worker) => {
    await worker.evaluate(program);
    await worker.evaluate(`storeMiniSearch(miniSearchJson(${JSON.stringify(papers)}))`);
  });
  for (const { title } of queries) {
    await inNewWorker(browser, page, async (worker) => {
      await worker.evaluate(program);
      times.push(Number(await worker.evaluate(`timeMiniSearch(${JSON.stringify(title)})`)));
    });
  }
  return times;
}

async function inNewWorker(
  browser: ChromiumWithExtension,
  page: Page,
  work: (worker: WorkerSession) => Promise<void>,
): Promise<void> {
  await browser.stopWorker();
  await startWorker(page);
  const worker = await attachToWorker(browser.context, browser.extensionId);
  await work(worker);
  await worker.detach();
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: 'tools/bench/related/minisearch-in-worker.ts', formats: ['iife'], name: 'bench' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('MiniSearch cannot be bundled.');
  return output.output[0].code;
}
