import type { Frame, Page } from 'puppeteer-core';
import { pause, until } from './until';

const ATTEMPT_MS = 1000;

/**
 * The extension's frame on a page, once it is there. Errors: when it does not come.
 *
 * Each frame is asked for its address, because puppeteer keeps the one (`about:blank`) that it had before it
 * moved to the extension's process; and each question has a deadline, because one that is asked during that
 * move is never answered.
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

/** Empty while the frame is moving. */
function addressOf(frame: Frame): Promise<string> {
  const answer = frame.evaluate(() => location.href).catch(() => ''); // A frame that moved is asked again.
  return Promise.race([answer, pause(ATTEMPT_MS).then(() => '')]);
}
