import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { FeedStatus } from '../../lib/model/feed/status';
import { copyWithoutStarter, grantInProfile, launchChromium } from '../../tools/browser/chromium';
import { waitForHidden } from '../../tools/browser/closed-shadow';
import { openSidebar } from '../../tools/demo/paper-page';
import { readRelated } from '../../tools/demo/lists';
import { sampleLibrary } from '../../tools/replay/sample-library';
import { type ReplayServer, startReplayServer } from '../../tools/replay/server';
import type { ReplayLibrary } from '../../tools/replay/types';

/** A Chromium with the unmodified build, on the replay server, with a profile that survives `restart`. */
export type Stage = Awaited<ReturnType<typeof startStage>>;

/** What a stage begins with. */
interface StageOptions {
  /** @default the sample */
  readonly library?: ReplayLibrary;
  /** May set faults: the first sync begins at once. */
  readonly prepare?: (server: ReplayServer) => void;
  /** False for tests that count papers: the package then has no starter feed. @default true */
  readonly hasStarter?: boolean;
}

/** Starts server and browser. */
export async function startStage({ library, prepare, hasStarter = true }: StageOptions = {}) {
  const server = await startReplayServer(library ?? sampleLibrary());
  prepare?.(server);
  const profileDir = mkdtempSync(join(tmpdir(), 'paperkin-e2e-'));
  const bareDir = hasStarter ? null : copyWithoutStarter('.output/chrome-mv3');
  const extension = bareDir === null ? {} : { extensionDir: bareDir };
  const launch = () => launchChromium({ replayPort: server.port, profileDir, ...extension });
  let browser = await launch();
  return {
    server,
    browser: () => browser,
    /** Ends the browser and starts it anew with the same profile. */
    restart: async () => {
      await browser.close();
      browser = await launch();
    },
    /** Restarts; from then on the browser grants these origins to whoever asks for them. */
    grant: async (origins: readonly string[]) => {
      const { extensionId } = browser;
      await browser.close();
      grantInProfile(profileDir, extensionId, origins);
      browser = await launch();
    },
    close: async () => {
      await browser.close();
      await server.close();
      rmSync(profileDir, { recursive: true, force: true });
      if (bareDir !== null) rmSync(bareDir, { recursive: true, force: true });
    },
  };
}

/** The popup once the daily papers are synced, it lists some, and no sync is under way. */
export async function openSyncedPopup(stage: Stage): Promise<Page> {
  const popup = await stage.browser().openExtensionPage('popup.html');
  // The starter feed is listed before, so papers alone say nothing.
  await popup.waitForFunction(isSynced, undefined, { polling: 250 });
  await popup.reload(); // It follows the news in its own time.
  await popup.locator('ol[aria-label="Papers"] > li').first().waitFor();
  await popup.locator('[role="progressbar"]').waitFor({ state: 'detached' });
  return popup;
}

/** Titles in the popup's list, once all rows are drawn. */
export async function titlesIn(page: Page): Promise<readonly string[]> {
  await page.locator('ol[aria-label="Papers"][aria-busy="true"]').waitFor({ state: 'detached' });
  return page.locator('ol[aria-label="Papers"] > li .title').allInnerTexts();
}

/** Opens a page in a tab of its own. */
export async function openPage(stage: Stage, url: string): Promise<Page> {
  const page = await stage.browser().context.newPage();
  await page.goto(url);
  return page;
}

/** Opens a paper page with its sidebar and reads the related papers. */
export async function openWithSidebar(stage: Stage, url: string) {
  const page = await openPage(stage, url);
  const panel = await openSidebar(page);
  return { page, panel, related: await readRelated(panel) };
}

/** Waits for the annotation's button and gives its name. */
export async function annotationOn(page: Page): Promise<string> {
  const { name } = await waitForHidden(page, 'paperkin-annotation', ({ tag }) => tag === 'button');
  return name;
}

/**
 * Opens another paper page and waits until it is annotated. Page and worker have then done all that began
 * before: what must not happen would have happened.
 */
export async function annotateAnother(stage: Stage): Promise<void> {
  const id = stage.server.library.demoUrl.split('/').at(-1) ?? '';
  const page = await openPage(stage, `https://huggingface.co/papers/${id}`);
  await annotationOn(page);
  await page.close();
}

/** Number of our elements on a page. */
export function countOwn(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('paperkin-annotation, paperkin-sidebar').length);
}

/** The extension API in a page of ours; its global is not in the types of tests. */
declare const chrome: {
  readonly runtime: { reload(): void; sendMessage(message: unknown): Promise<unknown> };
  readonly scripting: { getRegisteredContentScripts(): Promise<readonly { readonly id: string }[]> };
};

/** Sends messages to the worker from a page of ours, one after the other, as our components do. */
export async function sendAll(
  page: Page,
  ...calls: readonly (readonly [name: string, request?: unknown])[]
): Promise<readonly unknown[]> {
  return page.evaluate(async (all) => {
    const answers: unknown[] = [];
    for (const [name, request] of all) {
      const message = { paperkin: 1, name, ...(request === undefined ? {} : { request }) };
      answers.push(await chrome.runtime.sendMessage(message));
    }
    return answers;
  }, calls);
}

/** True once the daily papers were synced completely. Runs in a page of ours. */
async function isSynced(): Promise<boolean> {
  const answer = await chrome.runtime.sendMessage({ paperkin: 1, name: 'feed.status' });
  const { value } = answer as { value?: FeedStatus }; // The protocol's own answer.
  return value?.sources.some(({ lastSuccessAtMs }) => lastSuccessAtMs !== undefined) === true;
}

/** State of the feed, from the worker. */
export async function feedStatus(stage: Stage): Promise<FeedStatus> {
  const page = await stage.browser().openExtensionPage('library.html');
  const answer = await page.evaluate(() => chrome.runtime.sendMessage({ paperkin: 1, name: 'feed.status' }));
  await page.close();
  return (answer as { value: FeedStatus }).value; // The protocol's own answer.
}

/** Ids of the content scripts that are registered; asked by a page of ours. */
export function registeredScripts(own: Page): Promise<readonly string[]> {
  return own.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id));
}

/** Reloads the extension, as an update does; ends once the old one is gone. */
export async function reloadExtension(stage: Stage): Promise<void> {
  const page = await stage.browser().openExtensionPage('library.html');
  const isGone = page.waitForEvent('close');
  await page.evaluate(() => chrome.runtime.reload()).catch(() => undefined); // The page goes with it.
  await isGone;
}
