import type { ReactNode } from 'react';
import { fieldOfJob, sourceOfJob } from '../../../lib/model/feed/job';
import { type HistoryStatus, isSourceStale, type SourceStatus } from '../../../lib/model/feed/status';
import { countOf, formatAge } from '../../words/format';
import { Progress, ProgressBar } from '../../controls/Progress';
import { StaleBadge } from '../../popup/FeedFooter';
import { historyProgress, historyTitle, reachedWords } from '../../words/history-words';
import { dropsWords, jobWords, stateWords } from '../../words/words';

export interface SourceCardProps {
  readonly status: SourceStatus;
  readonly onStopFill: (category: string) => void;
  readonly nowMs: number;
}

/** One source: its papers, its last and next sync, its history, and what had to be left out. */
export function SourceCard({ status, onStopFill, nowMs }: SourceCardProps): ReactNode {
  const { name, papers, lastSuccessAtMs, state, dropped, history } = status;
  return (
    <li className="source">
      <h3>
        {name}{' '}
        {lastSuccessAtMs !== undefined && isSourceStale(status, nowMs) && (
          <StaleBadge timeMs={lastSuccessAtMs} nowMs={nowMs} />
        )}
      </h3>
      <p>
        {countOf(papers, 'paper')}
        {lastSuccessAtMs === undefined
          ? ', never synced completely'
          : `, last synced ${formatAge(lastSuccessAtMs, nowMs)}`}
      </p>
      {state.kind === 'running' ? (
        <Progress progress={state} />
      ) : (
        <p className={state.kind === 'failed' ? 'failure' : undefined}>{jobWords(status, nowMs)}</p>
      )}
      {dropped.length > 0 && <p>Left out of the last sync: {dropsWords(dropped)}.</p>}
      {history.length > 0 && (
        <ul aria-label={`The past of ${name}`}>
          {history.map((past) => {
            const field = fieldOfJob(past.id);
            const onStop = field === undefined ? undefined : () => onStopFill(field);
            return <HistoryRow key={past.id} status={past} onStop={onStop} nowMs={nowMs} />;
          })}
        </ul>
      )}
    </li>
  );
}

interface HistoryRowProps {
  readonly status: HistoryStatus;
  /** Stops a fill. Undefined for history that the settings decide. */
  readonly onStop: (() => void) | undefined;
  readonly nowMs: number;
}

/** One part of the history: how far it has got, what it is doing, and what had to be left out. */
function HistoryRow({ status, onStop, nowMs }: HistoryRowProps): ReactNode {
  const { state, dropped } = status;
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
            {stateWords(state, sourceOfJob(status.id), nowMs)}
          </span>
        )}
      </p>
      {dropped.length > 0 && <p>Left out: {dropsWords(dropped)}.</p>}
    </li>
  );
}
