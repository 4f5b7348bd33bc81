import { exportList } from '../../lib/feed-export/export-list';
import type { ExportedList } from '../../lib/feed-export/entry';
import { isoDateOf } from '../../lib/model/dates';
import type { EditionView, ExportFormat } from '../../lib/model/feed/lists';
import type { SourceId } from '../../lib/model/paper/paper';
import { SOURCE_WORDS } from '../words/words';
import { downloadText } from '../library/reading/list-transfer';
import { editionTitle } from './list-choice';
import type { PopupState } from './popup-state';

/** The list on screen as it goes into a file. */
export interface ShownList extends ExportedList {
  /** For the file: `hugging-face-day-2026-06-09`. */
  readonly fileName: string;
}

/** The papers on screen as a list for a file; null while there are none. */
export function shownList(state: PopupState, source: SourceId, nowMs: number): ShownList | null {
  const today = isoDateOf(nowMs);
  switch (state.kind) {
    case 'edition': {
      const { edition } = state;
      return listOf({
        title: `${SOURCE_WORDS[edition.source]}, ${editionTitle(edition, nowMs)}`,
        url: pageOf(edition),
        publisher: SOURCE_WORDS[edition.source],
        updatedAtMs: edition.fetchedAtMs,
        papers: edition.papers.map(({ paper }) => paper),
        fileName: [FILE_NAMES[edition.source], edition.span, edition.date].join('-'),
      });
    }
    case 'since':
      return listOf({
        title: 'New papers',
        url: PAGES[source],
        publisher: 'Paperkin',
        updatedAtMs: nowMs,
        papers: state.since.days.flatMap(({ papers }) => papers.map(({ paper }) => paper)),
        fileName: `new-${today}`,
      });
    case 'found':
      return listOf({
        title: `Papers found for “${state.text}”`,
        url: PAGES[source],
        publisher: 'Paperkin',
        updatedAtMs: nowMs,
        papers: state.items.map(({ paper }) => paper),
        fileName: `search-${today}`,
      });
    case 'loading':
    case 'failed':
    case 'syncing':
    case 'empty':
    case 'no-list':
      return null;
  }
}

/** Saves the list on screen as a file. */
export function saveList(
  list: ShownList,
  format: ExportFormat,
  download_: typeof downloadText = downloadText,
): void {
  const { name, text, type } = exportList(list, format, list.fileName);
  download_(name, text, type);
}

const FILE_NAMES: Readonly<Record<SourceId, string>> = { 'hf-daily': 'hugging-face', arxiv: 'arxiv' };

/** Where each source shows its lists. */
const PAGES: Readonly<Record<SourceId, string>> = {
  'hf-daily': 'https://huggingface.co/papers',
  arxiv: 'https://arxiv.org/list',
};

/** The page of an edition at its source, if it has one of its own. */
function pageOf({ source, span, date }: EditionView): string {
  if (source === 'arxiv') return `${PAGES.arxiv}#${span}-${date}`; // arXiv lists papers by category.
  switch (span) {
    case 'day':
      return `${PAGES['hf-daily']}/date/${date}`;
    case 'week':
      return `${PAGES['hf-daily']}/week/${isoWeekOf(date)}`;
    case 'month':
      return `${PAGES['hf-daily']}/month/${date.slice(0, 7)}`;
    case 'trending':
      return `${PAGES['hf-daily']}/trending`;
    case 'rising':
      return `${PAGES['hf-daily']}#rising`;
  }
}

/** `2026-W24`, for the Monday of a week. Source: ISO 8601: the year of a week is that of its Thursday. */
function isoWeekOf(monday: EditionView['date']): string {
  const thursday = new Date(`${monday}T00:00:00Z`);
  thursday.setUTCDate(thursday.getUTCDate() + 3);
  const firstDay = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.floor((thursday.getTime() - firstDay) / (7 * 86_400_000)) + 1;
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

function listOf(list: ShownList): ShownList | null {
  return list.papers.length === 0 ? null : list;
}
