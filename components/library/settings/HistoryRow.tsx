import type { ReactNode } from 'react';
import { sourceOfJob } from '../../../lib/model/feed/job';
import type { HistoryStatus } from '../../../lib/model/feed/status';
import { historyProgress, historyTitle, reachedWords } from '../../words/history-words';
import { ProgressBar } from '../../controls/ProgressBar';
import { dropsWords, stateWords } from '../../words/words';

export interface HistoryRowProps {
  readonly status: HistoryStatus;
  /** Ends a fill; absent for what the settings decide. */
  readonly onStop?: () => void;
  /** Ms since epoch. */
  readonly nowMs: number;
}

/** One stretch of the past that is fetched: how far it has got, what it is doing, what had to be left out. */
export function HistoryRow({ status, onStop, nowMs }: HistoryRowProps): ReactNode {
  const { id, state, dropped } = status;
  const title = historyTitle(status);
  return (
    <li className="history">
      <p className="head">
        <b>{title}</b>
        {onStop !== undefined && (
          <button
            type="button"
            className="link-button"
            aria-label={`${state.kind === 'done' ? 'Forget' : 'Stop'}: ${title}`}
            onClick={onStop}
          >
            {state.kind === 'done' ? 'Forget' : 'Stop'}
          </button>
        )}
      </p>
      {state.kind !== 'done' && <ProgressBar label={title} progress={historyProgress(status, nowMs)} />}
      <p>
        {reachedWords(status)}{' '}
        {state.kind !== 'done' && (
          <span className={state.kind === 'failed' ? 'failure' : undefined}>
            {stateWords(state, sourceOfJob(id), nowMs)}
          </span>
        )}
      </p>
      {dropped.length > 0 && <p>Left out: {dropsWords(dropped)}.</p>}
    </li>
  );
}
