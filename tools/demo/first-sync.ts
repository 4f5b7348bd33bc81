import type { Page } from 'playwright-core';

/**
 * Waits until the popup lists papers and its progress bar is gone; shows the progress on one line.
 *
 * It reads the page as a reader would. Errors: an `Error` with the popup's own words if the list stays empty.
 */
export async function waitForFirstSync(popup: Page, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const state = await readState(popup);
    showProgress(state.words);
    if (state.papers > 0 && !state.isUnderWay) break;
    if (Date.now() > deadline) {
      if (state.papers > 0) break; // Enough to look at; the rest arrives in the background.
      throw new Error(
        `The first sync brought no papers in time. The popup says: ${state.words || 'nothing'}`,
      );
    }
    await popup.waitForTimeout(250);
  }
  if (process.stdout.isTTY) process.stdout.write('\r\u001B[K');
}

function readState(popup: Page) {
  return popup.evaluate(() => {
    const bar = document.querySelector('[role="progressbar"]');
    const status = bar?.parentElement ?? document.querySelector('[role="status"], [role="alert"]');
    return {
      papers: document.querySelectorAll('ol[aria-label="Papers"] > li').length,
      // The popup lists the starter feed before the first sync.
      isUnderWay: bar !== null || document.body.innerText.includes('From the starter feed'),
      words: (status?.textContent ?? '').replace(/\s+/g, ' ').trim(),
    };
  });
}

function showProgress(words: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001B[K  ${words.slice(0, 76)}`);
}
