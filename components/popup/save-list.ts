import { exportList } from '../../lib/feed-export/export-list';
import type { ExportedList } from '../../lib/feed-export/entry';
import type { ExportFormat } from '../../lib/model/feed/lists';
import { downloadText } from '../library/reading/list-file';

/** What is on screen, as it goes into a file. */
export interface ShownList extends ExportedList {
  /** For the file: `hugging-face-day-2026-06-09`. */
  readonly fileName: string;
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
