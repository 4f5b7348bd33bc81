import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Frame, type Page } from 'playwright-core';
import { findChromium } from '../bootstrap/find-browser.mjs';
import { until, WAIT_MS } from './until';

/** How to start the browser. */
interface ChromiumOptions {
  /** The unpacked extension. @default .output/chrome-mv3 */
  readonly extensionDir?: string;
  /** Port of the replay server. @default the real network */
  readonly replayPort?: number;
  /** A profile to keep between launches. @default a fresh one, deleted at the end */
  readonly profileDir?: string;
  /** @default true */
  readonly isHeadless?: boolean;
  /** In CSS pixels. @default 1280 × 900 */
  readonly viewport?: { readonly width: number; readonly height: number } | null;
}

/** A running browser with the extension in it. */
export type ChromiumWithExtension = ReturnType<typeof control>;

const QUIET_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
];

/** Starts an installed Chromium, Chrome or Edge with the extension. Errors: when none is installed. */
export async function launchChromium(options: ChromiumOptions = {}): Promise<ChromiumWithExtension> {
  const browser = findChromium();
  if (browser === null) throw new Error('No Chromium found. Install one, or set PAPERKIN_CHROMIUM.');
  const extensionDir = resolve(options.extensionDir ?? '.output/chrome-mv3');
  const isBranded = browser.kind === 'branded';
  const isHeadless = options.isHeadless ?? true;
  const context = await chromium.launchPersistentContext(options.profileDir ?? '', {
    executablePath: browser.path,
    headless: false, // The old headless mode runs no extensions; the new one is an argument below.
    ignoreHTTPSErrors: options.replayPort !== undefined,
    // If there is a window, the caller decides what Ctrl-C means.
    handleSIGINT: isHeadless,
    viewport: options.viewport === undefined ? { width: 1280, height: 900 } : options.viewport,
    args: [
      ...QUIET_ARGS,
      ...(isHeadless ? ['--headless=new'] : ['--window-size=1400,950']),
      ...networkArgs(options.replayPort),
      ...(isBranded
        ? ['--enable-unsafe-extension-debugging']
        : [`--disable-extensions-except=${extensionDir}`, `--load-extension=${extensionDir}`]),
    ],
    ...(isBranded ? { ignoreDefaultArgs: ['--disable-extensions'] } : {}),
  });
  context.setDefaultTimeout(WAIT_MS);
  try {
    const extensionId = isBranded ? await loadUnpacked(context, extensionDir) : await loadedId(context);
    return control(context, extensionId);
  } catch (error) {
    await context.close();
    throw error;
  }
}

function networkArgs(replayPort: number | undefined): readonly string[] {
  if (replayPort === undefined) return [];
  return [`--host-resolver-rules=MAP * 127.0.0.1:${replayPort}`, '--ignore-certificate-errors'];
}

/** Branded Chrome (from 137) and Edge ignore `--load-extension`, but load through the debugging pipe. */
async function loadUnpacked(context: BrowserContext, extensionDir: string): Promise<string> {
  const browser = context.browser();
  if (browser === null) throw new Error('This browser cannot be asked to load an extension.');
  const session = await browser.newBrowserCDPSession();
  const send = session.send.bind(session) as unknown as (
    method: string,
    params: object,
  ) => Promise<{ id: string }>; // Playwright's protocol types do not know the Extensions domain.
  const { id } = await send('Extensions.loadUnpacked', { path: extensionDir });
  await session.detach();
  return id;
}

async function loadedId(context: BrowserContext): Promise<string> {
  const worker =
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: WAIT_MS }));
  return new URL(worker.url()).host;
}

function control(context: BrowserContext, extensionId: string) {
  return {
    context,
    extensionId,
    /** Opens a page of the extension: `popup.html`. */
    openExtensionPage: async (path: string): Promise<Page> => {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return page;
    },
    /** Ends the extension's worker, as the browser does after 30 s idle; the next event starts it again. */
    stopWorker: () => stopWorker(context),
    close: () => context.close(),
  };
}

async function stopWorker(context: BrowserContext): Promise<void> {
  // Any page's session will do, as the command stops the workers of the whole browser.
  const existing = context.pages()[0];
  const page = existing ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
  if (existing === undefined) await page.close();
}

/** The sidebar's frame on a paper page, once it is there. Errors: when it does not come. */
export function extensionFrame(page: Page, path: string): Promise<Frame> {
  return until(
    () =>
      page.frames().find((candidate) => {
        const url = URL.canParse(candidate.url()) ? new URL(candidate.url()) : null;
        return url?.protocol === 'chrome-extension:' && url.pathname === `/${path}`;
      }),
    () => `No frame of the extension with ${path} on ${page.url()}.`,
  );
}

/** The part of a profile's `Preferences` that we change. */
interface Preferences {
  readonly extensions?: { readonly settings?: Record<string, ExtensionPreferences> };
}

interface ExtensionPreferences {
  runtime_granted_permissions?: { explicit_host?: string[] };
}

/**
 * Grants `permissions.request` for these origins beforehand, as if the reader had allowed them. Headless
 * Chromium shows no prompt and would wait forever.
 *
 * The browser must have run once with this profile, and be closed. Errors: if the profile does not know the
 * extension.
 */
export function grantInProfile(profileDir: string, extensionId: string, origins: readonly string[]): void {
  const file = join(profileDir, 'Default', 'Preferences');
  const preferences = JSON.parse(readFileSync(file, 'utf8')) as Preferences; // Chromium's own; a missing part is reported below.
  const settings = preferences.extensions?.settings?.[extensionId];
  if (settings === undefined) throw new Error(`${file} does not know the extension ${extensionId}.`);
  const granted = settings.runtime_granted_permissions?.explicit_host ?? [];
  settings.runtime_granted_permissions = {
    ...settings.runtime_granted_permissions,
    explicit_host: [...new Set([...granted, ...origins])],
  };
  writeFileSync(file, JSON.stringify(preferences));
}

/**
 * Copies an unpacked extension without its starter feed, so that its feed starts empty. Returns the copy's
 * folder, which the caller must delete.
 */
export function copyWithoutStarter(extensionDir: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'paperkin-build-'));
  cpSync(extensionDir, folder, { recursive: true });
  rmSync(join(folder, 'starter'), { recursive: true });
  return folder;
}
