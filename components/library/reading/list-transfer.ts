import { useContext, useState } from 'react';
import { AppError, type ErrorCode } from '../../../lib/errors';
import type { ImportResult } from '../../../lib/messages/protocol';
import { codeOf } from '../../../lib/messages/send';
import { isoDateOf } from '../../../lib/model/dates';
import { OutsideContext } from '../../worker/outside';

/** What a transfer did; shown until the next one. */
export type TransferResult =
  | { readonly kind: 'failed'; readonly code: ErrorCode }
  | { readonly kind: 'imported'; readonly result: ImportResult };

/** The reading list's way out and in. */
export interface Transfer {
  /** Of the last transfer. */
  readonly result: TransferResult | null;
  readonly importFile: (file: File) => void;
  /** Offers the list as a JSON file, named after the day of `nowMs` (ms since epoch). */
  readonly exportList: (nowMs: number) => void;
}

/** Larger files are no reading lists: 10,000 papers with abstracts are about 20 MB. */
const MAX_FILE_BYTES = 50e6;

/** Exports the reading list to a file, and imports one. */
export function useTransfer(): Transfer {
  const { send } = useContext(OutsideContext);
  const [result, setResult] = useState<TransferResult | null>(null);
  const fail = (error: unknown): void => setResult({ kind: 'failed', code: codeOf(error) });
  return {
    result,
    importFile: (file) => {
      setResult(null);
      readListFile(file)
        .then((text) => send('reading.import', { text }))
        .then((imported) => setResult({ kind: 'imported', result: imported }), fail);
    },
    exportList: (nowMs) => {
      setResult(null);
      send('reading.export').then(
        (json) => downloadText(`paperkin-reading-list-${isoDateOf(nowMs)}.json`, json),
        fail,
      );
    },
  };
}

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

/** The text of a file that the reader chose. Errors: `bad-file` when it is too large to be one of ours. */
async function readListFile(file: File): Promise<string> {
  if (file.size > MAX_FILE_BYTES) throw new AppError('bad-file', `${file.size} bytes are too many.`);
  return file.text();
}
