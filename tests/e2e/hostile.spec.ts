import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { until } from '../../tools/browser/until';
import { openSidebar } from '../../tools/demo/paper-page';
import { html } from '../../tools/replay/responses';
import { sampleLibrary } from '../../tools/replay/sample-library';
import { withPages } from '../../tools/replay/route';
import {
  annotateAnother,
  annotationOn,
  openSyncedPopup,
  registeredScripts,
  startStage,
  type Stage,
} from './chromium';
import { HOSTILE_CSP, HOSTILE_TITLE, hostilePage } from '../../tools/replay/pages/hostile-page';

const PAGE = 'https://hostile.example/paper';
const REMOVER = 'https://hostile.example/remover';
const LISTED = 'https://peerj.com/articles/1';
const headers = { 'content-security-policy': HOSTILE_CSP };

describe('a hostile page', () => {
  let stage: Stage;
  beforeAll(async () => {
    const pages = {
      [PAGE]: html(hostilePage(), 200, headers),
      [LISTED]: html(hostilePage(), 200, headers),
      [REMOVER]: html(hostilePage({ removesOurElement: true }), 200, headers),
    };
    stage = await startStage({ library: withPages(sampleLibrary(), pages) });
    await (await openSyncedPopup(stage)).close();
    await stage.grant(['*://*/*']);
    const settings = await stage.browser().openExtensionPage('library.html#settings');
    await settings.getByRole('switch', { name: 'All other sites', exact: true }).click();
    await until(
      async () => (await registeredScripts(settings)).find((id) => id === 'probe'),
      () => 'The script for other sites is not registered.',
    );
    await settings.close();
  });
  afterAll(() => stage.close());

  async function open(url: string): Promise<{ page: Page; errors: string[] }> {
    const page = await stage.browser().context.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto(url);
    return { page, errors };
  }

  it.each([PAGE, LISTED])('is annotated, has its title shown as text, and still works: %s', async (url) => {
    const { page, errors } = await open(url);
    expect(await annotationOn(page)).toMatch(/^\d+ related papers?$/);
    const panel = await openSidebar(page);
    await panel.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await panel.locator('img, script[src=x]').count()).toBe(0);
    expect(await panel.locator('body').innerText()).toContain(HOSTILE_TITLE.slice(0, 30));

    await page.click('#clicked');
    expect(await page.locator('#clicked').innerText()).toBe('1');
    expect(errors).toEqual([]);
    await page.close();
  });

  it('loses the annotation for good once it has removed it six times', async () => {
    const { page, errors } = await open(REMOVER);
    const removals = () => page.evaluate(() => (window as unknown as { removals: number }).removals);
    await expect.poll(removals).toBe(6);
    await annotateAnother(stage);
    expect(await removals()).toBe(6);
    expect(errors).toEqual([]);
    await page.close();
  });
});
