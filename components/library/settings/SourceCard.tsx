import type { ReactNode } from 'react';
import { fieldOfJob } from '../../../lib/model/feed/job';
import type { SourceStatus } from '../../../lib/model/feed/status';
import { isSourceStale } from '../../../lib/model/feed/status';
import { countOf, formatAge } from '../../words/format';
import { HistoryRow } from './HistoryRow';
import { Progress } from '../../controls/Progress';
import { StaleBadge } from '../../popup/StaleBadge';
import { dropsWords, jobWords } from '../../words/words';

export interface SourceCardProps {
  readonly status: SourceStatus;
  readonly onStopFill: (category: string) => void;
  /** Ms since epoch. */
  readonly nowMs: number;
}

/** One source: what it has brought, when, what is next, what of the past, and what had to be left out. */
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
            return field === undefined ? (
              <HistoryRow key={past.id} status={past} nowMs={nowMs} />
            ) : (
              <HistoryRow key={past.id} status={past} onStop={() => onStopFill(field)} nowMs={nowMs} />
            );
          })}
        </ul>
      )}
    </li>
  );
}
