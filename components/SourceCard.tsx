import type { ReactNode } from 'react';
import type { SourceStatus } from '../lib/model/feed';
import { countOf, formatAge } from './format';
import { Progress } from './Progress';
import { dropWords, jobWords } from './words';

export interface SourceCardProps {
  readonly status: SourceStatus;
  /** Ms since epoch. */
  readonly nowMs: number;
}

/** One source: what it has brought, when, what is next, and what had to be left out. */
export function SourceCard({ status, nowMs }: SourceCardProps): ReactNode {
  const { name, papers, lastSuccessAtMs, state, dropped } = status;
  return (
    <li className="source">
      <h3>{name}</h3>
      <p>
        {countOf(papers, 'paper')}
        {lastSuccessAtMs !== undefined && `, last synced ${formatAge(lastSuccessAtMs, nowMs)}`}
      </p>
      {state.kind === 'running' ? (
        <Progress progress={state} />
      ) : (
        <p className={state.kind === 'failed' ? 'failure' : undefined}>{jobWords(status, nowMs)}</p>
      )}
      {dropped.length > 0 && (
        <p>Left out: {dropped.map(({ reason, count }) => dropWords(reason, count)).join(', ')}</p>
      )}
    </li>
  );
}
