import { AppError } from '../../../lib/errors';
import { isoDateOf } from '../../../lib/model/dates';

/** Offers a text as a file; the browser asks or saves as it is set to. */
export function downloadText(fileName: string, text: string, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // Firefox reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The name of an exported reading list. */
export function exportName(nowMs: number): string {
  return `paperkin-reading-list-${isoDateOf(nowMs)}.json`;
}

/** Larger files are no reading lists: 10,000 papers with abstracts are about 20 MB. */
const MAX_FILE_BYTES = 50e6;

/** The text of a file that the reader chose. Errors: `bad-file` when it is too large to be one of ours. */
export async function readListFile(file: File): Promise<string> {
  if (file.size > MAX_FILE_BYTES) throw new AppError('bad-file', `${file.size} bytes are too many.`);
  return file.text();
}
