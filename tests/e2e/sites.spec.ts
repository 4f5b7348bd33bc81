import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { layoutShiftOf, watchLayoutShift } from '../../tools/browser/layout-shift';
import { openPaper, openSidebar } from '../../tools/demo/paper-page';
import { html } from '../../tools/replay/responses';
import { sampleLibrary } from '../../tools/replay/sample-library';
import { withPages } from '../../tools/replay/route';
import {
  annotateAnother,
  annotationOn,
  countOwn,
  openPage,
  openSyncedPopup,
  registeredScripts,
  startStage,
  type Stage,
} from './chromium';
import { FORUM_PAPERS, forumPages } from './forum-pages';

const FORUM = 'https://openreview.net/forum?id=';
const VENUE = 'https://openreview.net/group?id=Venue';
const JOURNAL = 'https://journal.example/articles/reading-before-writing';
const LISTING = 'https://journal.example/articles';
const [FIRST, SECOND] = FORUM_PAPERS.map(({ id }) => id);

const declared = `<!doctype html><title>A paper</title>
<meta name="citation_title" content="How coding agents explore repositories before they edit">
<meta name="citation_author" content="Author, First">
<meta name="citation_doi" content="10.5555/reading.1">
<meta name="citation_abstract" content="We study how coding agents explore an unfamiliar repository, which files they open and what they keep in their context.">
<h1>How coding agents explore repositories before they edit</h1>`;

const ANTHOLOGY = 'https://aclanthology.org/2026.main-1.1/';
const anthology = `<!doctype html><title>A paper - ACL Anthology</title>
<meta name="citation_title" content="How coding agents explore repositories before they edit">
<meta name="citation_author" content="First Author">
<section id="main"><div><h2 id="title"><a href="x.pdf">How coding agents explore repositories before they edit</a></h2>
<p class="lead"><a href="/people/first-author/">First Author</a></p></div><hr><p>We study how coding agents explore repositories.</p></section>`;

const pages = {
  [ANTHOLOGY]: anthology,
  ...forumPages(),
  [JOURNAL]: declared,
  [LISTING]: '<!doctype html><title>Articles</title><h1>Articles</h1>',
  'https://other.example/paper': html(declared),
};

/** The extension API in a page of ours; its global is not in the types of tests. */
declare const chrome: {
  readonly permissions: { getAll(): Promise<{ readonly origins: readonly string[] }> };
  readonly scripting: {
    getRegisteredContentScripts(): Promise<
      readonly { readonly id: string; readonly matches: readonly string[] }[]
    >;
  };
};

describe('sites that the reader allows', () => {
  let stage: Stage;
  let settings: Page;
  beforeAll(async () => {
    stage = await startStage({ library: withPages(sampleLibrary(), pages) });
    await (await openSyncedPopup(stage)).close();
    await stage.grant(['*://openreview.net/*', '*://*/*']);
    settings = await stage.browser().openExtensionPage('library.html#settings');
  });
  afterAll(() => stage.close());

  const open = (url: string) => openPage(stage, url);
  const registered = () => registeredScripts(settings);
  const grantedOrigins = () =>
    settings.evaluate(async () =>
      (await chrome.permissions.getAll()).origins.filter((origin) => !/arxiv|huggingface/.test(origin)),
    );
  const siteSwitch = (name: string) => settings.getByRole('switch', { name, exact: true });

  it('runs nothing on a listed site before it is allowed', async () => {
    expect(await registered()).toEqual([]);
    const page = await open(FORUM + FIRST);
    await annotateAnother(stage);
    expect(await countOwn(page)).toBe(0);
    await page.close();
  });

  it('annotates a page that is open when its site is allowed, and later pages', async () => {
    const before = await open(FORUM + FIRST);
    await siteSwitch('OpenReview').click();
    expect(await annotationOn(before)).toMatch(/^\d+ related papers?$/);
    expect(await registered()).toEqual(['watch']);
    await before.close();

    const after = await open(FORUM + FIRST);
    expect(await annotationOn(after)).toMatch(/^\d+ related papers?$/);
    await after.close();
  });

  it('follows navigation without a load, forward and back', async () => {
    const page = await open(VENUE);
    await annotateAnother(stage);
    expect(await countOwn(page)).toBe(0);

    await page.click(`#${FIRST}`);
    const first = await openSidebar(page);
    await first.getByRole('heading', { name: FORUM_PAPERS[0]?.title ?? '' }).waitFor();

    await page.click(`#${SECOND}`);
    await expect.poll(() => page.locator('paperkin-sidebar').count()).toBe(0);
    const second = await openSidebar(page);
    await second.getByRole('heading', { name: FORUM_PAPERS[1]?.title ?? '' }).waitFor();

    await page.click('#home');
    await expect.poll(() => countOwn(page)).toBe(0);
    // The page redraws its head late: only then does it stand still.
    await expect.poll(() => page.title()).toBe('Venue | OpenReview');

    await page.goBack();
    const again = await openSidebar(page);
    await again.getByRole('heading', { name: FORUM_PAPERS[1]?.title ?? '' }).waitFor();
    await page.close();
  });

  it('annotates a page of an unlisted site only if the reader allows all sites and the page declares a paper', async () => {
    const page = await open(JOURNAL);
    await annotateAnother(stage);
    expect(await countOwn(page)).toBe(0);

    await siteSwitch('All other sites').click();
    expect(await annotationOn(page)).toMatch(/^\d+ related papers?$/);
    await expect.poll(registered).toContain('probe');
    const panel = await openSidebar(page);
    await panel.getByRole('heading', { name: /How coding agents explore/ }).waitFor();

    await page.goto(LISTING);
    await annotateAnother(stage);
    expect(await countOwn(page)).toBe(0);
    await page.close();
  });

  it('puts the annotation into the page of an optional site, and shifts nothing', async () => {
    // The test before allowed all sites, this one included.
    expect(await siteSwitch('ACL Anthology').isChecked()).toBe(true);
    const runsOn = () =>
      settings.evaluate(async () =>
        (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches),
      );
    await expect.poll(runsOn).toContain('*://aclanthology.org/*-*');
    const page = await stage.browser().context.newPage();
    await watchLayoutShift(page);
    await openPaper(page, ANTHOLOGY);

    expect(await page.locator('.lead > paperkin-annotation').getAttribute('data-slot')).toBe('row');
    expect(await layoutShiftOf(page)).toBe(0);
    await page.close();
  });

  it('switches a site off from the sidebar, for this page and the next, and on again from the page', async () => {
    const page = await open(JOURNAL);
    const panel = await openSidebar(page);
    const off = panel.getByRole('button', { name: 'Switch Paperkin off on this site' });
    // The click closes the frame, so its promise may never settle until the page closes.
    const clicked = off.click().catch(() => undefined);
    await expect.poll(() => annotationOn(page)).toBe('Off on journal.example: switch on again');
    expect(await page.locator('paperkin-sidebar').count()).toBe(0);

    const next = await open(JOURNAL);
    await annotateAnother(stage);
    expect(await countOwn(next)).toBe(0);
    const elsewhere = await open('https://other.example/paper');
    expect(await annotationOn(elsewhere)).toMatch(/^\d+ related papers?$/);
    await siteSwitch('journal.example').waitFor();
    await Promise.all([clicked, page.close(), next.close(), elsewhere.close()]);
  });

  it('keeps the scripts registered over a restart, and removes them with the permission', async () => {
    await stage.restart();
    settings = await stage.browser().openExtensionPage('library.html#settings');
    const page = await open(FORUM + SECOND);
    expect(await annotationOn(page)).toMatch(/^\d+ related papers?$/);
    await page.close();

    await siteSwitch('All other sites').click();
    // Chromium removes the single sites too; we ask for them back a moment later.
    await expect.poll(grantedOrigins).toEqual(['*://openreview.net/*']);
    await expect.poll(registered).toEqual(['watch']);
    await siteSwitch('OpenReview').click();
    await expect.poll(registered).toEqual([]);
  });
});
