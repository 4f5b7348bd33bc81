import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from '../../controls/ConfirmDialog';
import { countOf, formatBytes } from '../../words/format';
import type { DataView, Deletion, DeletionState } from './use-data';
import type { TransferResult } from '../reading/use-reading-list';
import { errorWords } from '../../words/words';

export interface DataSectionProps {
  readonly data: DataView;
  readonly onExport: () => void;
  /** A failed export must be seen before everything is deleted. */
  readonly transfer: TransferResult | null;
}

const QUESTIONS = {
  feed: {
    title: 'Clear the feed?',
    text: 'All cached papers are deleted and fetched anew. Your reading list and settings stay.',
    confirm: 'Clear the feed',
  },
  everything: {
    title: 'Delete everything?',
    text: 'Your reading list, its backup copy, the feed and all settings are deleted. This cannot be undone.',
    confirm: 'Delete everything',
  },
} as const;

/** What is stored, and how to get rid of it. */
export function DataSection({ data, onExport, transfer }: DataSectionProps): ReactNode {
  const [asking, setAsking] = useState<Deletion | null>(null);
  const { usage, deletion, remove } = data;
  return (
    <>
      {usage.kind === 'failed' && <p className="failure">{errorWords(usage.code)}</p>}
      {usage.kind === 'ready' && (
        <p className="usage">
          Stored on this machine: {countOf(usage.value.papers, 'paper')} in{' '}
          {countOf(usage.value.editions, 'daily list')}, {usage.value.saved} saved
          {usage.value.usedBytes !== undefined && `, ${formatBytes(usage.value.usedBytes)} in all`}.
        </p>
      )}
      <div className="actions">
        <button type="button" className="button" onClick={() => setAsking('feed')}>
          Clear the feed…
        </button>
        <button type="button" className="button" data-tone="danger" onClick={() => setAsking('everything')}>
          Delete everything…
        </button>
      </div>
      <Outcome deletion={deletion} />
      {asking !== null && (
        <ConfirmDialog
          {...QUESTIONS[asking]}
          onCancel={() => setAsking(null)}
          onConfirm={() => {
            setAsking(null);
            remove(asking);
          }}
        >
          {asking === 'everything' && (
            <p>
              <button type="button" className="link-button" onClick={onExport}>
                Export the reading list first
              </button>
              {transfer?.kind === 'failed' && (
                <span className="failure" role="alert">
                  {' '}
                  {errorWords(transfer.code)}
                </span>
              )}
            </p>
          )}
        </ConfirmDialog>
      )}
    </>
  );
}

function Outcome({ deletion }: { readonly deletion: DeletionState }): ReactNode {
  return (
    <p role="status" className={deletion.kind === 'failed' ? 'failure' : 'explained'}>
      {deletionWords(deletion)}
    </p>
  );
}

function deletionWords(deletion: DeletionState): string {
  switch (deletion.kind) {
    case 'idle':
      return '';
    case 'running':
      return 'Deleting…';
    case 'failed':
      return errorWords(deletion.code);
    case 'done':
      return deletion.what === 'feed'
        ? 'The feed was cleared and is fetched anew.'
        : 'Everything was deleted.';
  }
}
