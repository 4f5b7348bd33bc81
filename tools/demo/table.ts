import type { ListedPaper } from './lists';

const TITLE_WIDTH = 60;
const DETAIL_WIDTH = 72;

/** Rows as a table for the terminal; long cells end in an ellipsis. */
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
  // Code points: letters outside the basic plane must not be cut in half.
  const letters = Array.from(text);
  return letters.length > width
    ? `${letters.slice(0, width - 1).join('')}…`
    : text + ' '.repeat(width - letters.length);
}
