import { exportList } from '../../lib/feed-export/export-list';
import type { ExportedList } from '../../lib/feed-export/entry';
import { isoDateOf } from '../../lib/model/dates';
import type { ExportFormat } from '../../lib/model/feed/lists';
import type { SourceId } from '../../lib/model/paper/paper';
import { describeSource } from '../../lib/sources/descriptions';
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
      const { shortName, fileName, listUrl } = describeSource(edition.source);
      return listOf({
        title: `${shortName}, ${editionTitle(edition, nowMs)}`,
        url: listUrl(edition),
        publisher: shortName,
        updatedAtMs: edition.fetchedAtMs,
        papers: edition.papers.map(({ paper }) => paper),
        fileName: [fileName, edition.span, edition.date].join('-'),
      });
    }
    case 'since':
      return listOf({
        title: 'New papers',
        url: describeSource(source).listsUrl,
        publisher: 'Paperkin',
        updatedAtMs: nowMs,
        papers: state.since.days.flatMap(({ papers }) => papers.map(({ paper }) => paper)),
        fileName: `new-${today}`,
      });
    case 'found':
      return listOf({
        title: `Papers found for “${state.text}”`,
        url: describeSource(source).listsUrl,
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
function listOf(list: ShownList): ShownList | null {
  return list.papers.length === 0 ? null : list;
}
