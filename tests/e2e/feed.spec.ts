import { afterEach, describe, expect, it } from 'vitest';
import type { FeedStatus } from '../../lib/model/feed/status';
import { until } from '../../tools/browser/until';
import { type FaultResponder, gzipBomb, hang, redirectLoop, resetInBody } from '../../tools/replay/faults';
import { annotateAnother, feedStatus, sendAll, type Stage, startStage, titlesIn } from './chromium';
import { askedSince, otherHostsSince, paperPages, UNLISTED_PDFS } from './visits';

/** We give a request that is never answered up after 25 s, and try once more. */
const DEADLINE = { timeout: 5 * 60_000, interval: 500 };
const DAILY = { host: 'huggingface.co', path: /^\/api\/daily_papers/ };

let stage: Stage;
afterEach(() => stage.close());

const daily = async (): Promise<FeedStatus['sources'][number]> => {
  const source = (await feedStatus(stage)).sources.find(({ source: id }) => id === 'hf-daily');
  if (source === undefined) throw new Error('The status has no daily papers.');
  return source;
};

/** Starts a browser, and waits for the first complete sync of the last thirty days. */
async function startSynced(): Promise<void> {
  stage = await startStage({ hasStarter: false });
  await until(
    async () => (await daily()).lastSuccessAtMs,
    () => 'The first sync does not end.',
  );
}

/** Pauses the history, and waits until it stands still. */
async function pauseHistory(): Promise<void> {
  const popup = await stage.browser().openExtensionPage('popup.html');
  await sendAll(popup, ['feed.pause', { isPaused: true }]);
  await expect
    .poll(async () => (await daily()).history[0])
    .toMatchObject({ state: { kind: 'waiting', reason: 'paused' } });
  await popup.close();
}

describe('the first sync', () => {
  it('asks for each day once, and answers the popup meanwhile', async () => {
    stage = await startStage();
    const popup = await stage.browser().openExtensionPage('popup.html');
    let answers = 0;
    await until(
      async () => {
        await sendAll(popup, ['feed.edition', { source: 'hf-daily' }]);
        const { lastSuccessAtMs } = await daily();
        if (lastSuccessAtMs === undefined) answers++;
        return lastSuccessAtMs;
      },
      () => 'The first sync does not end.',
    );
    const days = askedSince(stage.server.requests, 0).filter((url) => url.includes('daily_papers?date='));

    expect(new Set(days).size).toBe(days.length);
    expect(days.length).toBeGreaterThan(20);
    expect(answers).toBeGreaterThan(0);
    expect((await titlesIn(popup)).length).toBeGreaterThan(0);
  });
});

describe('a server that misbehaves', () => {
  it.each<[string, FaultResponder, string]>([
    ['resets the connection in mid-body', resetInBody(), 'network'],
    ['redirects in a circle', redirectLoop(), 'network'],
    ['sends a gigabyte', gzipBomb(), 'too-large'],
    ['does not answer at all', hang(), 'timeout'],
  ])(
    'and %s: the cache stays whole, the reader is told, and the next run succeeds',
    async (_, fault, code) => {
      await startSynced();
      const { papers } = await feedStatus(stage);
      const page = await stage.browser().openExtensionPage('popup.html');
      const mend = stage.server.fault(DAILY, fault);

      await sendAll(page, ['feed.sync']);
      await expect.poll(async () => (await daily()).state, DEADLINE).toMatchObject({ kind: 'failed', code });
      expect((await feedStatus(stage)).papers).toBe(papers);

      mend();
      const mendedAtMs = Date.now();
      await sendAll(page, ['feed.sync']);
      await expect
        .poll(async () => (await daily()).lastSuccessAtMs, { interval: 500 })
        .toBeGreaterThan(mendedAtMs);
      expect(await daily()).toMatchObject({ state: { kind: 'waiting', reason: 'schedule' } });
    },
  );
});

describe('the history', () => {
  it('resumes after a restart of the browser, and stops while it is paused', async () => {
    await startSynced();
    const history = async () => (await daily()).history[0];
    await expect.poll(history).toMatchObject({ state: { kind: 'running' } });
    await pauseHistory();

    await stage.restart();
    const before = stage.server.requests.length;
    const again = await stage.browser().openExtensionPage('popup.html');
    expect(await history()).toMatchObject({ state: { kind: 'waiting', reason: 'paused' } });
    expect(askedSince(stage.server.requests, before)).toEqual([]);

    await sendAll(again, ['feed.pause', { isPaused: false }]);
    await expect.poll(() => askedSince(stage.server.requests, before).length).toBeGreaterThan(2);
    expect(await history()).toMatchObject({ state: { kind: 'running' } });
  });
});

const VISITS = 200;

describe(`${VISITS} paper pages`, () => {
  it('make no request but for the metadata of PDFs that the feed lacks', async () => {
    await startSynced();
    await pauseHistory();
    const page = await stage.browser().context.newPage();
    const before = stage.server.requests.length;

    for (const url of paperPages(stage.server.library, VISITS)) {
      await page.goto(url, { waitUntil: 'commit' }); // A PDF never tells that it has loaded.
      // The question goes to the worker in the same moment.
      await page.locator('paperkin-annotation').waitFor({ state: 'attached' });
    }

    // arXiv asks for quiet between midnight and one, UTC.
    const expected = new Date().getUTCHours() === 0 ? 0 : UNLISTED_PDFS;
    await expect
      .poll(() => askedSince(stage.server.requests, before).length)
      .toBeGreaterThanOrEqual(expected);
    await annotateAnother(stage);
    const asked = askedSince(stage.server.requests, before);
    expect(asked).toHaveLength(expected);
    expect(asked.filter((url) => !url.startsWith('export.arxiv.org/api/query?id_list='))).toEqual([]);
    expect(otherHostsSince(stage.server.requests, before)).toEqual([]);
  });
});
