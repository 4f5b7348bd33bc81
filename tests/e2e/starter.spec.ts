import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { offline } from '../../tools/replay/faults';
import { feedStatus, openSyncedPopup, openWithSidebar, startStage, titlesIn, type Stage } from './chromium';

const API = /^\/(?:api\/|rss|atom)/;

/** A new reader who can reach the pages of papers, but no source. */
describe('right after the installation, with no source in reach', () => {
  let stage: Stage;
  let mend: () => void;
  beforeAll(async () => {
    stage = await startStage({ prepare: (server) => (mend = server.fault({ path: API }, offline())) });
  });
  afterAll(() => stage.close());

  it('lists papers from the package and says so', async () => {
    const popup = await stage.browser().openExtensionPage('popup.html');
    await popup.locator('ol[aria-label="Papers"] > li').first().waitFor();

    expect((await titlesIn(popup)).length).toBeGreaterThan(5);
    await popup.getByText(/From the starter feed of/).waitFor();
    await popup.close();
  });

  it('holds at least 8,000 papers, and carries on after its worker was stopped', async () => {
    await stage.browser().stopWorker();
    const papers = async () => (await feedStatus(stage)).papers;

    await expect.poll(papers).toBeGreaterThanOrEqual(8_000);
    expect((await feedStatus(stage)).starter?.papers).toBe(await papers());
  });

  it('finds related papers without asking any source', async () => {
    const { page, panel, related } = await openWithSidebar(stage, stage.server.library.demoUrl);

    expect(related.length).toBeGreaterThan(10);
    await panel.getByRole('button', { name: 'How it works' }).waitFor();
    const asked = stage.server.requests.map(({ host }) => host);
    expect(asked.filter((host) => /semanticscholar|openalex/.test(host))).toEqual([]);
    await page.close();
  });

  it('says what is wrong when an abstract cannot be fetched', async () => {
    const popup = await stage.browser().openExtensionPage('popup.html');
    await popup
      .getByRole('button', { name: /^Show abstract/ })
      .first()
      .click();

    const again = popup.getByRole('button', { name: 'Try again' });
    await expect.poll(() => again.count()).toBe(1);
    await popup.close();
  });

  it('is replaced by the first sync', async () => {
    mend();
    const popup = await stage.browser().openExtensionPage('popup.html');
    await popup.getByRole('button', { name: 'Sync now' }).click();
    const [newest] = stage.server.library.editionDates;
    const expected = newest === undefined ? 0 : stage.server.library.edition(newest).length;

    await expect.poll(() => titlesIn(popup)).toHaveLength(expected);
    await popup.close();
    const synced = await openSyncedPopup(stage);
    // The popup shows the list it kept until the worker has answered.
    await synced.getByText(/From the starter feed of/).waitFor({ state: 'detached' });
    await synced.close();
  });
});
