import { afterEach, describe, expect, it } from 'vitest';
import { SECOND } from '../../lib/model/dates';
import type { FeedStatus } from '../../lib/model/feed/status';
import { gzipBomb, redirectLoop, resetInBody } from '../../tools/replay/body-faults';
import { type FaultResponder, hang } from '../../tools/replay/faults';
import { sampleLibrary } from '../../tools/replay/sample-library';
import { feedStatus, sendAll, startStage, type Stage, titlesIn } from './chromium';
import { askedSince, otherHostsSince, paperPages, UNLISTED_PDFS, VISITS } from './visits';

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
  stage = await startStage(sampleLibrary(), () => undefined, { hasStarter: false });
  await expect.poll(async () => (await daily()).lastSuccessAtMs, { timeout: 30_000 }).toBeDefined();
}

describe('the first sync', () => {
  it('of thirty days takes less than 20 s, and the popup answers all the while', async () => {
    const startedAtMs = Date.now();
    stage = await startStage();
    const popup = await stage.browser().openExtensionPage('popup.html');
    const slowest = { answerMs: 0, answers: 0 };
    let status = await daily();
    while (status.lastSuccessAtMs === undefined && Date.now() - startedAtMs < 30 * SECOND) {
      const askedAtMs = Date.now();
      await sendAll(popup, [['feed.edition', { source: 'hf-daily' }], ['feed.status']]);
      slowest.answerMs = Math.max(slowest.answerMs, Date.now() - askedAtMs);
      slowest.answers++;
      status = await daily();
    }
    const tookMs = (status.lastSuccessAtMs ?? Number.POSITIVE_INFINITY) - startedAtMs;
    process.stdout.write(
      `first sync: ${tookMs} ms with the browser's start, ${stage.server.requests.length} requests; ` +
        `slowest of ${slowest.answers} answers ${slowest.answerMs} ms\n`,
    );

    expect(tookMs).toBeLessThan(20 * SECOND);
    expect(slowest.answers).toBeGreaterThan(3);
    expect(slowest.answerMs).toBeLessThan(2 * SECOND);
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
    'and %s costs nothing that is cached, is told, and is over with the next run',
    async (_, fault, code) => {
      await startSynced();
      const { papers } = await feedStatus(stage);
      const page = await stage.browser().openExtensionPage('popup.html');
      const mend = stage.server.fault(DAILY, fault);

      await sendAll(page, [['feed.sync']]);
      await expect
        .poll(async () => (await daily()).state, { timeout: 60_000, interval: 500 })
        .toMatchObject({ kind: 'failed', code });
      expect((await feedStatus(stage)).papers).toBe(papers);

      mend();
      const mendedAtMs = Date.now();
      await sendAll(page, [['feed.sync']]);
      await expect
        .poll(async () => (await daily()).lastSuccessAtMs, { timeout: 60_000, interval: 500 })
        .toBeGreaterThan(mendedAtMs);
      expect(await daily()).toMatchObject({ state: { kind: 'waiting', reason: 'schedule' } });
    },
  );
});

describe('the history', () => {
  it('goes on after a restart of the browser, and stands still while it is paused', async () => {
    await startSynced();
    const history = async () => (await daily()).history[0];
    await expect.poll(history, { timeout: 20_000 }).toMatchObject({ state: { kind: 'running' } });
    const popup = await stage.browser().openExtensionPage('popup.html');
    await sendAll(popup, [['feed.pause', { isPaused: true }]]);
    await expect
      .poll(history, { timeout: 20_000 })
      .toMatchObject({ state: { kind: 'waiting', reason: 'paused' } });

    await stage.restart();
    const before = stage.server.requests.length;
    const again = await stage.browser().openExtensionPage('popup.html');
    expect(await history()).toMatchObject({ state: { kind: 'waiting', reason: 'paused' } });
    expect(askedSince(stage.server.requests, before)).toEqual([]);

    await sendAll(again, [['feed.pause', { isPaused: false }]]);
    await expect
      .poll(() => askedSince(stage.server.requests, before).length, { timeout: 20_000 })
      .toBeGreaterThan(2);
    expect(await history()).toMatchObject({ state: { kind: 'running' } });
  });
});

describe(`${VISITS} paper pages`, () => {
  it('are opened without a request, but for the metadata of PDFs that the feed lacks', async () => {
    await startSynced();
    const page = await stage.browser().context.newPage();
    await sendAll(await stage.browser().openExtensionPage('popup.html'), [
      ['feed.pause', { isPaused: true }],
    ]);
    await page.waitForTimeout(1_000);
    const before = stage.server.requests.length;

    const pages = paperPages(stage.server.library);
    const unlisted = new Set(pages.slice(0, UNLISTED_PDFS));
    for (const url of pages) {
      // A PDF's page never tells when our script on it has run.
      await page.goto(url, { waitUntil: 'commit' });
      if (url.includes('/pdf/')) await page.waitForTimeout(unlisted.has(url) ? 1_500 : 150);
      else await page.waitForLoadState('domcontentloaded');
    }

    // arXiv wants to be left alone between midnight and one.
    const expected = new Date().getUTCHours() === 0 ? 0 : UNLISTED_PDFS;
    await expect
      .poll(() => askedSince(stage.server.requests, before).length, { timeout: 20_000 })
      .toBeGreaterThanOrEqual(expected);
    await page.waitForTimeout(1_000);
    const asked = askedSince(stage.server.requests, before);
    expect(asked).toHaveLength(expected);
    expect(asked.filter((url) => !url.startsWith('export.arxiv.org/api/query?id_list='))).toEqual([]);
    expect(otherHostsSince(stage.server.requests, before)).toEqual([]);
  });
});
