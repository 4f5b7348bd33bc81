import type { BrowserContext, Frame, Page } from 'playwright-core';

/** Makes every page note when its first element that matches `rows` was drawn, in ms since epoch. */
export async function noteFirstRow(context: BrowserContext, rows: string): Promise<void> {
  await context.addInitScript((selector) => {
    new MutationObserver((_, observer) => {
      if (document.querySelector(selector) === null) return;
      observer.disconnect();
      requestAnimationFrame(() =>
        Object.assign(window, { rowAtMs: performance.timeOrigin + performance.now() }),
      );
    }).observe(document, { childList: true, subtree: true });
  }, rows);
}

/** When the first row of a page was drawn, once it is there; ms since epoch. */
export async function firstRowAtMs(page: Frame | Page): Promise<number> {
  await page.waitForFunction(() => 'rowAtMs' in window);
  return page.evaluate(() => (window as unknown as { rowAtMs: number }).rowAtMs); // Set by noteFirstRow.
}
