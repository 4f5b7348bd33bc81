import { type ReactNode, useContext, useState } from 'react';
import { ConfirmDialog } from '../../controls/ConfirmDialog';
import { countOf, formatBytes } from '../../words/format';
import { OutsideContext } from '../../worker/outside';
import { useAction } from '../../worker/use-action';
import { useQuery } from '../../worker/use-query';
import type { TransferResult } from '../reading/list-transfer';
import { ERROR_WORDS } from '../../words/words';

export interface DataSectionProps {
  readonly onExport: () => void;
  /** A failed export must be seen before everything is deleted. */
  readonly transfer: TransferResult | null;
}

const QUESTIONS = {
  feed: {
    title: 'Clear the feed?',
    text: 'All cached papers are deleted and fetched anew. Your reading list and settings stay.',
    confirm: 'Clear the feed',
    done: 'The feed was cleared and is fetched anew.',
  },
  everything: {
    title: 'Delete everything?',
    text: 'Your reading list, its backup copy, the feed and all settings are deleted. This cannot be undone.',
    confirm: 'Delete everything',
    done: 'Everything was deleted.',
  },
} as const;

/** What can be deleted. */
type Deletion = keyof typeof QUESTIONS;

/** What is stored, and how to get rid of it. */
export function DataSection({ onExport, transfer }: DataSectionProps): ReactNode {
  const { send } = useContext(OutsideContext);
  const { asked: usage, askAgain } = useQuery({ name: 'data.usage', request: undefined });
  const [asking, setAsking] = useState<Deletion | null>(null);
  const [deleted, setDeleted] = useState<Deletion | null>(null);
  const { isRunning, failure, run } = useAction();
  const remove = (what: Deletion): void => {
    setDeleted(null);
    run(send(what === 'feed' ? 'feed.clear' : 'data.deleteAll'), () => {
      setDeleted(what);
      askAgain();
    });
  };
  return (
    <>
      {usage.kind === 'failed' && <p className="failure">{ERROR_WORDS[usage.code]}</p>}
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
      <p role="status" className={failure === null ? 'explained' : 'failure'}>
        {isRunning && 'Deleting…'}
        {failure !== null && ERROR_WORDS[failure]}
        {deleted !== null && QUESTIONS[deleted].done}
      </p>
      {asking !== null && (
        <ConfirmDialog
          title={QUESTIONS[asking].title}
          text={QUESTIONS[asking].text}
          confirm={QUESTIONS[asking].confirm}
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
                  {ERROR_WORDS[transfer.code]}
                </span>
              )}
            </p>
          )}
        </ConfirmDialog>
      )}
    </>
  );
}
