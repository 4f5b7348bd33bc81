import { type CSSProperties, type ReactNode, useId } from 'react';
import type { Reason } from '../../lib/model/related';
import { type ReasonShare, reasonShares } from './reason-shares';
import { factWords, WHY_WORDS } from '../words/words';

export interface ReasonSharesProps {
  /** What the button that opens it controls. */
  readonly id: string;
  readonly reasons: readonly Reason[];
}

/** What makes up the score of a related paper: each part with its percentage as a thin bar. */
export function ReasonShares({ id, reasons }: ReasonSharesProps): ReactNode {
  const titleId = useId();
  return (
    <div id={id} className="shares">
      <p id={titleId} className="kicker">
        {WHY_WORDS.shares}
      </p>
      <ul aria-labelledby={titleId}>
        {reasonShares(reasons).map((line) => (
          <li key={keyOf(line.reasons[0])}>
            <i
              aria-hidden="true"
              style={
                { '--share': line.share } as CSSProperties /* React's type knows no custom properties. */
              }
            />
            <b>{percentWords(line)}</b>
            <span>{wordsOf(line)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function percentWords({ percent, share }: ReasonShare): string {
  return percent === 0 && share > 0 ? '<1%' : `${percent}%`;
}

function wordsOf({ reasons }: ReasonShare): ReactNode {
  const [reason] = reasons;
  switch (reason.kind) {
    case 'phrase':
      return <mark>{reason.phrase}</mark>;
    case 'pair':
      return (
        <>
          <mark>{reason.phrase}</mark> {WHY_WORDS.near} “{reason.own}”
        </>
      );
    case 'rest':
      return WHY_WORDS.rest;
    case 'author':
    case 'organisation':
    case 'topic':
      return factWords(reason.kind, reasons);
  }
}

function keyOf(reason: Reason): string {
  return reason.kind === 'phrase' || reason.kind === 'pair' ? `${reason.kind} ${reason.phrase}` : reason.kind;
}
