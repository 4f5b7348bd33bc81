import type { Frame, Page } from 'playwright-core';

/** One row of a list, as a reader sees it. */
export interface ListedPaper {
  readonly title: string;
  /** Why the paper is related, or its authors. */
  readonly detail: string;
}

/** The related papers that a sidebar shows, best first; waits for all of them. */
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

const TITLE_WIDTH = 60;
const DETAIL_WIDTH = 72;

/** Formats rows as a table for the terminal; long cells end in an ellipsis. */
export function paperTable(heading: string, detailName: string, papers: readonly ListedPaper[]): string {
  const numberWidth = String(papers.length).length;
  const line = (number: string, title: string, detail: string) =>
    `${number.padStart(numberWidth)}  ${cell(title, TITLE_WIDTH)}  ${cell(detail, DETAIL_WIDTH)}`.trimEnd();
  return [
    `${heading} (${papers.length})`,
    line('', 'Title', detailName),
    line('', '-'.repeat(TITLE_WIDTH), '-'.repeat(DETAIL_WIDTH)),
    ...papers.map(({ title, detail }, index) => line(String(index + 1), title, detail)),
  ].join('\n');
}

function cell(text: string, width: number): string {
  // We count code points, so as not to cut a letter outside the basic plane in half.
  const letters = Array.from(text);
  return letters.length > width
    ? `${letters.slice(0, width - 1).join('')}…`
    : text + ' '.repeat(width - letters.length);
}
