import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickHidden } from '../../tools/browser/closed-shadow';
import { layoutShiftOf, watchLayoutShift } from '../../tools/browser/layout-shift';
import { until } from '../../tools/browser/until';
import { openPaper, openSidebar } from '../../tools/demo/paper-page';
import {
  annotateAnother,
  annotationOn,
  countOwn,
  openPage,
  openSyncedPopup,
  openWithSidebar,
  reloadExtension,
  startStage,
  titlesIn,
  type Stage,
} from './chromium';

const RELATED = 'ol[aria-label="Related papers"] > li';

/** All that a new reader does, in order, in one browser. */
describe('from install to a saved paper', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage();
  });
  afterAll(() => stage.close());

  it('opens the first-run page on install', async () => {
    const context = stage.browser().context;
    const find = () => context.pages().find((page) => page.url().endsWith('library.html#welcome'));
    const welcome = await until(find, () => 'No first-run page was opened.');
    expect(await welcome.getByRole('heading', { level: 1 }).innerText()).not.toBe('');
  });

  it('fills the popup with the newest list during the first sync', async () => {
    const popup = await openSyncedPopup(stage);
    const [newest] = stage.server.library.editionDates;
    const expected = newest === undefined ? 0 : stage.server.library.edition(newest).length;

    expect(await titlesIn(popup)).toHaveLength(expected);
    await popup.close();
  });

  it('lists related papers with reasons in the sidebar of an arXiv page, and not the paper itself', async () => {
    const { page, panel, related } = await openWithSidebar(stage, stage.server.library.demoUrl);
    const own = stage.server.library.paper(stage.server.library.demoUrl.split('/').at(-1) ?? '');

    expect(related.length).toBeGreaterThan(3);
    expect(related.every(({ detail }) => detail !== '')).toBe(true);
    expect(related.map(({ title }) => title)).not.toContain(own?.title);
    await panel.getByRole('heading', { name: own?.title ?? '' }).waitFor();
    await page.close();
  });

  it('shifts nothing on the page', async () => {
    const page = await stage.browser().context.newPage();
    await watchLayoutShift(page);
    await openPaper(page, stage.server.library.demoUrl);

    expect(await layoutShiftOf(page)).toBe(0);
    await page.close();
  });

  it('saves from the sidebar; the popup and the library show it', async () => {
    const { page, panel, related } = await openWithSidebar(stage, stage.server.library.demoUrl);
    const [first] = related;
    await panel.locator(RELATED).first().getByRole('button', { name: /save/i }).click();
    const pressed = 'button[aria-pressed="true"]';
    await panel.locator(`${RELATED} ${pressed}`).first().waitFor();

    const library = await stage.browser().openExtensionPage('library.html#reading');
    await library.locator('ol > li').first().waitFor();
    expect(await library.locator('ol > li .title').allInnerTexts()).toEqual([first?.title]);
    const popup = await openSyncedPopup(stage);
    await popup.getByRole('searchbox').fill(first?.title ?? '');
    await popup.locator(`ol[aria-label="Papers"] > li ${pressed}`).first().waitFor();
    await Promise.all([page.close(), library.close(), popup.close()]);
  });

  it('keeps its button in sight on a narrow page', async () => {
    const page = await stage.browser().context.newPage();
    await page.setViewportSize({ width: 420, height: 800 });
    await page.goto(stage.server.library.demoUrl);
    const panel = await openSidebar(page);

    expect(await panel.locator(RELATED).count()).toBeGreaterThan(3);
    await page.close();
  });

  it('keeps the sidebar while the reader moves within the page, and annotates anew after Back', async () => {
    const { page } = await openWithSidebar(stage, stage.server.library.demoUrl);
    await page.evaluate(() => {
      location.hash = '#S2';
    });
    await annotateAnother(stage);
    expect(await countOwn(page)).toBe(2);

    await page.goto('https://arxiv.org/list/cs.SE/recent');
    await page.goBack();
    const panel = await openSidebar(page);
    expect(await panel.locator(RELATED).count()).toBeGreaterThan(3);
    await page.close();
  });

  it('closes the sidebar with Esc and leaves the page as it was', async () => {
    const { page, panel } = await openWithSidebar(stage, stage.server.library.demoUrl);
    expect(await countOwn(page)).toBe(2);

    await panel.locator('body').press('Escape');

    await expect.poll(() => countOwn(page)).toBe(1);
    await page.close();
  });

  it('keeps everything over a restart of the browser, and sends no request for a page', async () => {
    await stage.restart();
    const library = await stage.browser().openExtensionPage('library.html#reading');
    await library.locator('ol > li').first().waitFor();
    expect(await library.locator('ol > li').count()).toBe(1);

    const before = stage.server.requests.length;
    const { page, related } = await openWithSidebar(stage, stage.server.library.demoUrl);
    const asked = stage.server.requests.slice(before).filter(
      ({ host, url }) =>
        /arxiv|huggingface/.test(host) &&
        !(host === 'arxiv.org' && /^\/(?:abs|static|favicon)/.test(url)) &&
        // The history goes on day by day, whatever is read.
        !url.startsWith('/api/daily_papers?date='),
    );
    expect(related.length).toBeGreaterThan(3);
    expect(asked).toEqual([]);
    await page.close();
  });

  it('leaves pages alone that are not papers', async () => {
    const page = await stage.browser().context.newPage();
    for (const url of [
      'https://arxiv.org/list/cs.SE/recent',
      'https://huggingface.co/papers',
      'https://arxiv.org/',
    ]) {
      await page.goto(url);
      await annotateAnother(stage);
      expect(await countOwn(page), url).toBe(0);
    }
    await page.close();
  });

  it.each(['arxiv.org/pdf/', 'arxiv.org/html/', 'huggingface.co/papers/'])(
    'annotates %s… too',
    async (view) => {
      const page = await openPage(stage, stage.server.library.demoUrl.replace('arxiv.org/abs/', view));
      expect(await annotationOn(page)).toMatch(/^\d+ related papers?$/);
      await page.close();
    },
  );

  it('frees the reserved space on a site that is switched off', async () => {
    const settings = await stage.browser().openExtensionPage('library.html#settings');
    await settings.getByRole('switch', { name: 'arXiv', exact: true }).click();
    const page = await openPage(stage, stage.server.library.demoUrl);
    const authors = page.locator('#abs > .authors');
    await expect
      .poll(() => authors.evaluate((element) => getComputedStyle(element).paddingBottom))
      .not.toBe('40px');
    await annotateAnother(stage);
    expect(await countOwn(page)).toBe(0);
    await settings.getByRole('switch', { name: 'arXiv', exact: true }).click();
    await Promise.all([page.close(), settings.close()]);
  });

  it('asks to reload the page after the extension was updated', async () => {
    const page = await openPage(stage, stage.server.library.demoUrl);
    await annotationOn(page);
    await reloadExtension(stage);

    await clickHidden(page, 'paperkin-annotation', ({ tag }) => tag === 'button');

    await expect.poll(() => annotationOn(page)).toContain('reload this page');
    await page.close();
  });
});
