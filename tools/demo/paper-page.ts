import type { Frame, Page } from 'playwright-core';
import { extensionFrame } from '../browser/chromium';
import { clickHidden, waitForHidden, type HiddenElement } from '../browser/closed-shadow';

const ANNOTATION = 'paperkin-annotation';

/** Opens a paper page, waits until the annotation says how many papers are related, and returns its words. */
export async function openPaper(page: Page, url: string): Promise<string> {
  await page.goto(url);
  const { name } = await waitForHidden(page, ANNOTATION, isRelatedButton);
  return name;
}

/** Clicks the annotation and waits until the sidebar lists papers. */
export async function openSidebar(page: Page): Promise<Frame> {
  await clickHidden(page, ANNOTATION, isRelatedButton);
  const panel = await extensionFrame(page, 'sidepanel.html');
  await panel.locator('ol[aria-label="Related papers"] > li').first().waitFor();
  return panel;
}

function isRelatedButton({ tag, name }: HiddenElement): boolean {
  return tag === 'button' && /^\d+ related/.test(name);
}
