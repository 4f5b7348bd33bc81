/**
 * Shows Paperkin at work: `npm run demo`. With a display it opens a browser and stays until you close it;
 * without one it prints what it found and writes screenshots.
 */
import { type ChromiumWithExtension, launchChromium } from './browser/chromium';
import { runProgram } from './command-line';
import { startDemoServer } from './demo/feed';
import { waitForFirstSync } from './demo/first-sync';
import { paperTable, readRelated, readToday } from './demo/lists';
import { DEMO_USAGE, type DemoOptions, readDemoOptions } from './demo/options';
import { openPaper, openSidebar } from './demo/paper-page';
import { Camera } from './demo/screenshots';
import { runQuietly, step } from './bootstrap/steps.mjs';

const LIVE_URL = 'https://arxiv.org/abs/1706.03762';
const SYNC_TIMEOUT_MS = 120_000;
const LIVE_SYNC_TIMEOUT_MS = 600_000;
const POPUP_SIZE = { width: 420, height: 600 };

await runProgram({
  usage: DEMO_USAGE,
  read: (args) => readDemoOptions(args, process.env, process.platform),
  run: demo,
});

async function demo(options: DemoOptions): Promise<void> {
  await step('building the extension', () =>
    runQuietly(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build'], {
      remedy: 'The build is broken: see the messages above.',
    }),
  );
  const server = options.isLive ? null : await startDemoServer(options.dataDir);
  try {
    const browser = await step('starting the browser', () =>
      launchChromium({
        ...(server === null ? {} : { replayPort: server.port }),
        isHeadless: options.isHeadless,
        ...(options.isHeadless ? {} : { viewport: null }),
      }),
    );
    try {
      const url = options.url ?? server?.library.demoUrl ?? LIVE_URL;
      await (options.isHeadless
        ? showInTerminal(browser, url, options)
        : showInWindow(browser, url, options));
    } finally {
      await browser.close();
    }
  } finally {
    await server?.close();
  }
}

async function showInTerminal(
  browser: ChromiumWithExtension,
  url: string,
  options: DemoOptions,
): Promise<void> {
  const camera = new Camera(options.outDir);
  const popup = await firstSync(browser, options);
  const page = await browser.context.newPage();
  const annotation = await step(`opening ${url}`, () => openPaper(page, url));
  await camera.shoot(page, 'page');
  await page.setViewportSize({ width: 1280, height: 900 });
  const panel = await step(`opening the sidebar (${annotation})`, () => openSidebar(page));
  const related = await readRelated(panel);
  await camera.shoot(page, 'sidebar');
  const today = await readToday(popup);
  await camera.shootFixed(popup, 'popup', POPUP_SIZE);
  await camera.shoot(await browser.openExtensionPage('library.html'), 'library');

  console.log(`\n${paperTable(`Related to ${url}`, 'Why', related)}`);
  console.log(`\n${paperTable('Today’s papers', 'By', today)}`);
  console.log(`\nScreenshots:\n${camera.paths.map((path) => `  ${path}`).join('\n')}`);
  if (related.length === 0 || today.length === 0) throw new Error('A list stayed empty.');
}

async function showInWindow(
  browser: ChromiumWithExtension,
  url: string,
  options: DemoOptions,
): Promise<void> {
  await firstSync(browser, options);
  const page = await browser.context.newPage();
  await step(`opening ${url}`, () => openPaper(page, url));
  await openSidebar(page);
  await closeEmptyTabs(browser);
  console.log('\nPaperkin is open: the paper with its sidebar, and the popup’s list in another tab.');
  console.log('Close the window, or press Ctrl-C here, to end the demo.');
  await new Promise<void>((resolve) => {
    browser.context.once('close', () => resolve());
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

/** Closes the tab that the browser starts with. */
async function closeEmptyTabs({ context }: ChromiumWithExtension): Promise<void> {
  for (const page of context.pages()) if (page.url() === 'about:blank') await page.close();
}

async function firstSync(browser: ChromiumWithExtension, { isLive }: DemoOptions) {
  const popup = await browser.openExtensionPage('popup.html');
  await step('fetching the first papers', () =>
    waitForFirstSync(popup, isLive ? LIVE_SYNC_TIMEOUT_MS : SYNC_TIMEOUT_MS),
  );
  return popup;
}
