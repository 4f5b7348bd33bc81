import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import {
  bodyInstead,
  type FaultResponder,
  htmlInstead,
  offline,
  rateLimited,
  truncated,
} from '../../tools/replay/faults';
import { sampleLibrary } from '../../tools/replay/sample-library';
import type { ReplayServer } from '../../tools/replay/server';
import {
  annotateAnother,
  feedStatus,
  openSyncedPopup,
  sendAll,
  startStage,
  titlesIn,
  type Stage,
} from './chromium';
import { askedSince } from './visits';

const DAILY = /^\/api\/daily_papers/;
const DAY = /^\/api\/daily_papers\?date=/;

let stage: Stage;
afterEach(() => stage.close());

/** Opens the popup and waits until it says something about the feed, in whatever part of it. */
async function popupSaying(words: RegExp): Promise<Page> {
  const popup = await stage.browser().openExtensionPage('popup.html');
  await expect.poll(() => popup.locator('body').innerText()).toMatch(words);
  return popup;
}

const paperCount = async (): Promise<number> => (await feedStatus(stage)).papers;

/** Starts a stage on which every request for a list fails. Gives the function that ends the fault. */
async function startFaulty(responder: FaultResponder): Promise<() => void> {
  let mend = (): void => undefined;
  stage = await startStage({
    prepare: (server) => (mend = server.fault({ host: 'huggingface.co', path: DAILY }, responder)),
    hasStarter: false,
  });
  return () => mend();
}

describe('a sync', () => {
  it('resumes each time its worker is stopped, and misses nothing', async () => {
    stage = await startStage({ hasStarter: false });
    const popup = await stage.browser().openExtensionPage('popup.html');
    for (let stop = 0; stop < 4; stop++) {
      const before = stage.server.requests.length;
      // Any message wakes it; so would the alarm, half a minute later.
      await sendAll(popup, ['feed.status']);
      await expect.poll(() => stage.server.requests.length).toBeGreaterThan(before);
      await stage.browser().stopWorker();
    }
    const synced = await openSyncedPopup(stage);

    const all = new Set(
      stage.server.library.editionDates.flatMap((date) =>
        stage.server.library.edition(date).map(({ paper }) => paper.id),
      ),
    );
    await expect.poll(paperCount).toBe(all.size);
    const days = stage.server.requests.map(({ url }) => url).filter((url) => DAY.test(url));
    expect(days.length - new Set(days).size).toBeLessThanOrEqual(4);
    await synced.close();
  });

  it.each<[string, FaultResponder, RegExp]>([
    ['a web page instead of data', htmlInstead(), /no paper list/],
    ['half a response', truncated(), /no paper list/],
    ['no network', offline(), /No connection/],
  ])('says in plain words that it got %s, and succeeds at the next try', async (_, responder, words) => {
    const mend = await startFaulty(responder);
    const popup = await popupSaying(words);

    mend();
    await popup.getByRole('button', { name: 'Sync now' }).first().click();
    const rows = popup.locator('ol[aria-label="Papers"] > li');
    await expect.poll(() => rows.count()).toBeGreaterThan(0);
  });

  it('leaves a server alone that asked for it, even when the reader clicks', async () => {
    await startFaulty(rateLimited());
    const popup = await popupSaying(/slow down/);

    const before = stage.server.requests.length;
    await popup.getByRole('button', { name: 'Sync now' }).first().click();
    await annotateAnother(stage);

    expect(askedSince(stage.server.requests, before)).toEqual([]);
  });

  it('keeps what it has when a later sync fails, and says how old it is', async () => {
    stage = await startStage();
    const popup = await openSyncedPopup(stage);
    const titles = await titlesIn(popup);
    stage.server.fault({ host: 'huggingface.co', path: DAILY }, offline());

    await popup.getByRole('button', { name: /sync now/i }).click();

    await expect.poll(() => popup.locator('body').innerText()).toMatch(/No connection/);
    expect(await titlesIn(popup)).toEqual(titles);
  });

  it('drops only the bad records of a list, and counts them', async () => {
    const library = sampleLibrary();
    const [newest] = library.editionDates;
    if (newest === undefined) throw new Error('The sample has no edition.');
    const [first, second, third] = library.edition(newest);
    const odd = [
      first,
      { ...second, summary: undefined, paper: { ...second?.paper, summary: undefined } },
      { ...third, paper: { ...third?.paper, authors: [] } },
      { paper: { id: 'no such id', title: 'A record without a proper id', summary: 'x', authors: [] } },
      'not even a record',
    ];
    const prepare = ({ fault }: ReplayServer): void => {
      fault({ path: new RegExp(`daily_papers.*date=${newest}`) }, bodyInstead(JSON.stringify(odd)));
      fault({ path: /daily_papers\?limit/ }, bodyInstead(JSON.stringify(odd.slice(0, 3))));
    };
    stage = await startStage({ library, prepare });
    const popup = await openSyncedPopup(stage);

    expect(await titlesIn(popup)).toHaveLength(3);
    const settings = await stage.browser().openExtensionPage('library.html#settings');
    await expect
      .poll(() => settings.locator('body').innerText())
      .toMatch(/Left out of the last sync: 1 without an id, 1 unreadable/);
  });
});
