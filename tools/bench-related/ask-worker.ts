import type { Page } from 'playwright-core';
import type { PaperFacts } from '../../lib/model/paper/paper';
import { RELATED_AT_ONCE, RELATED_LIMIT } from '../../lib/model/related';

/** What an extension page sends for a look-up. */
export type BenchQuery = Pick<PaperFacts, 'abstract' | 'authors' | 'ids' | 'title'>;

/** One look-up as an extension page sees it. */
export interface TimedAnswer {
  readonly ms: number;
  readonly items: number;
  readonly feedSize: number;
}

/** Rarely enough that the look-ups hardly slow the work down. */
const POLL_MS = 1000;

/**
 * Sends a look-up to the worker, as the sidebar does, and times the answer. Errors: when the worker answers
 * with one.
 */
export async function askRelated(
  page: Page,
  query: BenchQuery,
  atOnce = RELATED_AT_ONCE,
): Promise<TimedAnswer> {
  const request = { of: query, limit: RELATED_LIMIT, sort: 'closest', atOnce };
  return page.evaluate(timedCall, { paperkin: 1, name: 'related.find', request });
}

/** Starts a stopped worker by a message that it refuses, so that nothing is loaded for it. */
export async function startWorker(page: Page): Promise<void> {
  await page.evaluate(() =>
    chrome.runtime.sendMessage({ paperkin: 1, name: 'bench.none' }).catch(() => undefined),
  );
}

/**
 * Waits until the worker's background work is over: it answers from all papers, and the alarm that would wake
 * it to go on is gone.
 *
 * Errors: when it takes longer than `timeoutMs`.
 */
export async function waitForIndex(
  page: Page,
  query: BenchQuery,
  papers: number,
  timeoutMs: number,
): Promise<void> {
  const deadlineMs = Date.now() + timeoutMs;
  for (;;) {
    const { feedSize } = await askRelated(page, query);
    const hasAlarm = await page.evaluate(() =>
      chrome.alarms.get('index').then((alarm) => alarm !== undefined),
    );
    if (feedSize === papers && !hasAlarm) return;
    if (Date.now() > deadlineMs) throw new Error(`The worker has read ${feedSize} of ${papers} papers.`);
    await page.waitForTimeout(POLL_MS);
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
