import type { Page } from 'playwright-core';
import { build } from 'vite';
import type { ChromiumWithExtension } from '../browser/chromium';
import { type BenchQuery, startWorker } from './ask-worker';
import { attachToWorker } from './worker-session';

/** A paper as MiniSearch gets it. */
export interface PlainPaper {
  readonly key: string;
  readonly title: string;
  readonly abstract: string;
}

/**
 * Times MiniSearch in the extension's worker: the index read from JSON, and one title searched, each time in
 * a worker that has just started.
 *
 * Units: ms. Reading the JSON text itself from the store is not counted.
 */
export async function timeMiniSearch(
  browser: ChromiumWithExtension,
  page: Page,
  papers: readonly PlainPaper[],
  queries: readonly BenchQuery[],
): Promise<readonly number[]> {
  const program = await bundle();
  const times: number[] = [];
  let json: string | null = null;
  for (const { title } of queries) {
    await browser.stopWorker();
    await startWorker(page);
    const worker = await attachToWorker(browser.context, browser.extensionId);
    await worker.evaluate(program);
    json ??= String(await worker.evaluate(`miniSearchJson(${JSON.stringify(papers)})`));
    await worker.evaluate(`globalThis.benchJson = ${JSON.stringify(json)}; 0`);
    times.push(Number(await worker.evaluate(`timeMiniSearch(benchJson, ${JSON.stringify(title)})`)));
    await worker.detach();
  }
  return times;
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: 'tools/bench-related/minisearch-in-worker.ts', formats: ['iife'], name: 'bench' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('MiniSearch cannot be bundled.');
  return output.output[0].code;
}
