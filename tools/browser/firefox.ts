import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';
import { findFirefox } from '../bootstrap/find-browser.mjs';
import { pause, until, WAIT_MS } from './until';

/** How to start Firefox. */
interface FirefoxOptions {
  /** Port of the CONNECT proxy in front of the replay server. @default the real network */
  readonly proxyPort?: number;
  /**
   * A profile to keep between launches; the extension is then installed in it for good. Absent: a fresh
   * profile with a temporary installation.
   */
  readonly profileDir?: string;
  /** Grants optional permissions without the prompt, which nobody could answer. @default false */
  readonly grantsUnasked?: boolean;
}

/** A running Firefox with the extension in it. */
export type FirefoxWithExtension = ReturnType<typeof control>;

/** Fixed, because Firefox would draw one at random and tests could not open the extension's pages. */
const EXTENSION_UUID = '6f1c2f0e-5a0b-4c43-9d0c-8f6a0c7e51b2';

/** Starts an installed Firefox over WebDriver BiDi. Errors: when none is installed. */
export async function launchFirefox(options: FirefoxOptions = {}): Promise<FirefoxWithExtension> {
  const executablePath = findFirefox();
  if (executablePath === null) throw new Error('No Firefox found. Install one, or set PAPERKIN_FIREFOX.');
  const extensionDir = resolve('.output/firefox-mv3');
  const geckoId = geckoIdOf(extensionDir);
  if (options.profileDir !== undefined) installInProfile(extensionDir, geckoId, options.profileDir);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    timeout: WAIT_MS,
    // As in Chromium; puppeteer's own 800 × 600 is narrower than the pages are read.
    defaultViewport: { width: 1280, height: 900 },
    acceptInsecureCerts: options.proxyPort !== undefined,
    // Since Firefox 153 moz-extension: addresses cannot be opened without it.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      ...(options.proxyPort === undefined ? {} : proxyPreferences(options.proxyPort)),
      'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: EXTENSION_UUID }),
      'extensions.webextOptionalPermissionPrompts': options.grantsUnasked !== true,
      // Lets a kept profile run its unsigned extension without a prompt.
      'xpinstall.signatures.required': false,
      'extensions.autoDisableScopes': 0,
      'extensions.enabledScopes': 15,
    },
    ...(options.profileDir === undefined ? {} : { userDataDir: options.profileDir }),
  });
  if (options.profileDir === undefined) await browser.installExtension(extensionDir);
  return control(browser);
}

function control(browser: Browser) {
  const newPage = async (): Promise<Page> => {
    const page = await browser.newPage();
    page.setDefaultTimeout(WAIT_MS);
    return page;
  };
  return {
    newPage,
    /** Opens a page of the extension: `popup.html`. */
    openExtensionPage: async (path: string): Promise<Page> => {
      const page = await newPage();
      await page.goto(`moz-extension://${EXTENSION_UUID}/${path}`, { waitUntil: [] }); // The default wait never ends here.
      return page;
    },
    close: () => browser.close(),
  };
}

function geckoIdOf(extensionDir: string): string {
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as {
    readonly browser_specific_settings?: { readonly gecko?: { readonly id?: string } };
  }; // Our own build; we report a missing id below.
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (id === undefined)
    throw new Error(`${extensionDir}/manifest.json names no gecko id: is it a Firefox build?`);
  return id;
}

/** Firefox also takes an unpacked folder, if it is named after the extension's id (153). */
function installInProfile(extensionDir: string, geckoId: string, profileDir: string): void {
  cpSync(extensionDir, join(profileDir, 'extensions', geckoId), { recursive: true });
}

function proxyPreferences(port: number): Readonly<Record<string, number | string>> {
  return {
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.no_proxies_on': '',
  };
}

const ATTEMPT_MS = 1000;

/**
 * Waits for the extension's frame on a page. Errors: if it does not appear in time.
 *
 * We ask each frame for its address, because puppeteer keeps the one (`about:blank`) that it had before it
 * moved to the extension's process. Each question has a deadline, because the frame never answers one asked
 * during the move.
 *
 * @param path The page of the extension: `sidepanel.html`.
 */
export function extensionFrameInFirefox(page: Page, path: string): Promise<Frame> {
  return until(
    async () => {
      for (const frame of page.frames().slice(1)) {
        const address = await addressOf(frame);
        if (address.startsWith('moz-extension://') && new URL(address).pathname === `/${path}`) return frame;
      }
      return undefined;
    },
    () => `No frame of the extension with ${path} on ${page.url()}.`,
  );
}

/** '' while the frame moves. */
function addressOf(frame: Frame): Promise<string> {
  const answer = frame.evaluate(() => location.href).catch(() => ''); // We ask a frame that moved again.
  return Promise.race([answer, pause(ATTEMPT_MS).then(() => '')]);
}
