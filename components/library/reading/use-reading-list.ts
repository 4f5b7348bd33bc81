import { useCallback, useRef, useState } from 'react';
import type { ErrorCode } from '../../../lib/errors';
import { codeOf } from '../../../lib/messages/send';
import type { ImportResult, ReadingList } from '../../../lib/messages/protocol';
import { OUTSIDE, type Outside } from '../../worker/outside';
import { type Asked, useAsked } from '../../worker/use-asked';

/** What a transfer did; shown until the next one. */
export type TransferResult =
  | { readonly kind: 'failed'; readonly code: ErrorCode }
  | { readonly kind: 'imported'; readonly result: ImportResult };

/** The reading list, and its way out and in. */
export interface ReadingListView {
  readonly list: Asked<ReadingList>;
  readonly askAgain: () => void;
  readonly transfer: TransferResult | null;
  readonly importText: (text: Promise<string>) => void;
  /** Hands the list to `deliver` as a JSON text. */
  readonly exportText: (deliver: (json: string) => void) => void;
}

/** Follows the reading list; `version` changes when it does. */
export function useReadingList(version: string, { send }: Pick<Outside, 'send'> = OUTSIDE): ReadingListView {
  const restored = useRef(0);
  const [transfer, setTransfer] = useState<TransferResult | null>(null);
  const fail = (error: unknown): void => setTransfer({ kind: 'failed', code: codeOf(error) });

  const ask = useCallback(async () => {
    const list = await send('reading.list');
    // The worker counts since the last look; the notice stays as long as this page does.
    restored.current += list.restored;
    return { ...list, restored: restored.current };
  }, [send]);
  const [list, askAgain] = useAsked(ask, version);

  const importText = (text: Promise<string>): void => {
    setTransfer(null);
    text
      .then((read) => send('reading.import', { text: read }))
      .then((result) => {
        setTransfer({ kind: 'imported', result });
        askAgain();
      }, fail);
  };

  const exportText = (deliver: (json: string) => void): void => {
    setTransfer(null);
    send('reading.export').then(deliver, fail);
  };

  return { list, askAgain, transfer, importText, exportText };
}
