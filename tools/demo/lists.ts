import type { Frame, Page } from 'playwright-core';

/** One row of a list, as a reader sees it. */
export interface ListedPaper {
  readonly title: string;
  /** The line that says why a paper is related, or by whom it is. */
  readonly detail: string;
}

/** The related papers that a sidebar shows, best first, once all are there. */
export function readRelated(panel: Frame | Page): Promise<readonly ListedPaper[]> {
  return readRows(panel, 'Related papers', '.why');
}

/** The papers that the popup lists. */
export function readToday(popup: Page): Promise<readonly ListedPaper[]> {
  return readRows(popup, 'Papers', '.meta > *');
}

async function readRows(panel: Frame | Page, label: string, detail: string): Promise<readonly ListedPaper[]> {
  const rows = panel.locator(`ol[aria-label="${label}"][aria-busy="false"] > li`);
  await rows.first().waitFor();
  // An icon's words are in its `title`. No helper function inside: tsx gives such functions a name by a call that the page does not know.
  const texts = await rows.evaluateAll(
    (elements, selectors) =>
      elements.map((element) =>
        selectors.map((selector) =>
          Array.from(element.querySelectorAll<HTMLElement>(selector), (part) => part.title || part.innerText),
        ),
      ),
    ['.title', detail],
  );
  return texts.map(([title = [], details = []]) => ({ title: oneLine(title), detail: oneLine(details) }));
}

function oneLine(parts: readonly string[]): string {
  return parts.join(' · ').replace(/\s+/g, ' ').trim();
}
