import { type ReactNode, useRef } from 'react';
import type { Transfer } from './list-transfer';
import { ERROR_WORDS, importWords, WORDS } from '../../words/words';

export interface TransferBarProps {
  readonly transfer: Transfer;
  readonly canExport: boolean;
  readonly nowMs: number;
}

/** The reading list's way out and in. */
export function TransferBar({ transfer, canExport, nowMs }: TransferBarProps): ReactNode {
  const { result, exportList, importFile } = transfer;
  const field = useRef<HTMLInputElement>(null);
  return (
    <div className="transfer">
      <button type="button" className="link-button" disabled={!canExport} onClick={() => exportList(nowMs)}>
        {WORDS.export}
      </button>
      <button
        type="button"
        className="link-button"
        onClick={() => field.current?.click() /* Null only before the field is drawn. */}
      >
        Import…
      </button>
      <input
        ref={field}
        type="file"
        hidden
        aria-label="Reading list to import"
        accept=".json,application/json"
        onChange={(event) => {
          const file = event.target.files?.[0]; // Null and empty when the choice was cancelled.
          // The same file can be chosen again after a failure.
          if (file !== undefined) importFile(file);
          event.target.value = '';
        }}
      />
      <p role="status" className={result?.kind === 'failed' ? 'failure' : undefined}>
        {result === null
          ? ''
          : result.kind === 'failed'
            ? ERROR_WORDS[result.code]
            : `Imported: ${importWords(result.result)}`}
      </p>
    </div>
  );
}
