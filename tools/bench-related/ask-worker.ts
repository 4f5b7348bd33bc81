import type { Page } from 'playwright-core';
import type { PaperFacts } from '../../lib/model/paper';

/** What an extension page sends for a look-up. */
export type BenchQuery = Pick<PaperFacts, 'abstract' | 'authors' | 'ids' | 'title'>;

/** One look-up as an extension page sees it. */
export interface TimedAnswer {
  readonly ms: number;
  readonly items: number;
  readonly feedSize: number;
}

const POLL_MS = 100;

/** Sends a look-up to the worker and times the answer. Errors: when the worker answers with one. */
export async function askRelated(page: Page, { ids, ...query }: BenchQuery): Promise<TimedAnswer> {
  const request = { query, ids, limit: 24, sort: 'closest' };
  return page.evaluate(timedCall, { paperkin: 1, name: 'related.find', request });
}

/** Starts a stopped worker by a message that it refuses, so that nothing is loaded for it. */
export async function startWorker(page: Page): Promise<void> {
  await page.evaluate(() =>
    chrome.runtime.sendMessage({ paperkin: 1, name: 'bench.none' }).catch(() => undefined),
  );
}

/**
 * Waits until the worker's background work, which it announces by an alarm, has begun and is over.
 *
 * Errors: when it does not begin in 30 s, or takes longer than `timeoutMs`.
 */
export async function waitForIndex(page: Page, timeoutMs: number): Promise<void> {
  const isGoingOn = () =>
    page.evaluate(() => chrome.alarms.get('index').then((alarm) => alarm !== undefined));
  await until(isGoingOn, 30_000);
  await until(async () => !(await isGoingOn()), timeoutMs);
}

async function until(isReached: () => Promise<boolean>, timeoutMs: number): Promise<void> {
  const deadlineMs = Date.now() + timeoutMs;
  while (!(await isReached())) {
    if (Date.now() > deadlineMs) throw new Error('The background work of the worker takes too long.');
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Runs in an extension page. */
async function timedCall(call: object): Promise<TimedAnswer> {
  const startedMs = performance.now();
  const answer = (await chrome.runtime.sendMessage(call)) as Answer;
  const ms = performance.now() - startedMs;
  if (!answer.ok) throw new Error(`The worker failed: ${JSON.stringify(answer)}`);
  return { ms, items: answer.value.items.length, feedSize: answer.value.feedSize };
}

interface Answer {
  readonly ok: boolean;
  readonly value: { readonly items: readonly unknown[]; readonly feedSize: number };
}

/** The part of the browser's own API that runs in the page. */
declare const chrome: {
  readonly runtime: { sendMessage(message: object): Promise<unknown> };
  readonly alarms: { get(name: string): Promise<object | undefined> };
};
