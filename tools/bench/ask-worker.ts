import type { Page } from 'playwright-core';
import type { PaperFacts } from '../../lib/model/paper/paper';
import { RELATED_AT_ONCE, RELATED_LIMIT } from '../../lib/model/related';

/** What an extension page sends for a look-up. */
export type BenchQuery = Pick<PaperFacts, 'abstract' | 'authors' | 'ids' | 'title'>;

/** Rare enough that the look-ups hardly slow the work down. */
const POLL_MS = 1000;
/** Longer than any step of the background work. */
const STILL_MS = 4_000;

/**
 * Sends a look-up to the worker, as the sidebar does, and times the answer. Errors: when the worker answers
 * with one.
 */
export async function askRelated(page: Page, query: BenchQuery, atOnce = RELATED_AT_ONCE) {
  const request = { of: query, limit: RELATED_LIMIT, sort: 'closest', atOnce };
  return page.evaluate(timedCall, { paperkin: 1, name: 'related.find', request });
}

/** Starts a stopped worker by a message that it refuses, so that it loads nothing. */
export async function startWorker(page: Page): Promise<void> {
  await page.evaluate(() =>
    chrome.runtime.sendMessage({ paperkin: 1, name: 'bench.none' }).catch(() => undefined),
  );
}

/**
 * Waits until the worker has done its background work: it answers from all papers, and the alarm that would
 * wake it to go on is gone.
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
    if (feedSize === papers && !(await hasIndexAlarm(page))) return;
    if (Date.now() > deadlineMs) throw new Error(`The worker has read ${feedSize} of ${papers} papers.`);
    await page.waitForTimeout(POLL_MS);
  }
}

/**
 * Pauses the history, and waits until the feed no longer changes: the starter feed is loaded and the rows are
 * merged. The times then are those of a reader's ordinary day, not of the first minutes.
 *
 * `page`: one of the extension's. Errors: when it takes longer than `timeoutMs`.
 */
export async function settleFeed(page: Page, timeoutMs: number): Promise<void> {
  await ask(page, 'feed.pause', { isPaused: true });
  const deadlineMs = Date.now() + timeoutMs;
  let last = '';
  for (;;) {
    const [status, hasAlarm] = [JSON.stringify(await ask(page, 'feed.status')), await hasIndexAlarm(page)];
    if (status === last && !hasAlarm) return;
    if (Date.now() > deadlineMs) throw new Error(`The feed does not come to rest: ${status}`);
    last = status;
    await page.waitForTimeout(STILL_MS);
  }
}

function ask(page: Page, name: string, request?: object): Promise<unknown> {
  return page.evaluate((call) => chrome.runtime.sendMessage(call), { paperkin: 1, name, request });
}

function hasIndexAlarm(page: Page): Promise<boolean> {
  return page.evaluate(() => chrome.alarms.get('index').then((alarm) => alarm !== undefined));
}

/** Runs in an extension page. */
async function timedCall(call: object) {
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
