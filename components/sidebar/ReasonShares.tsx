import { type CSSProperties, type ReactNode, useId } from 'react';
import type { Reason } from '../../lib/model/related';
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

/** One line of the breakdown: a reason, or all reasons of a kind that share a line. */
export interface ReasonShare {
  /** The first one stands for the kind. */
  readonly reasons: readonly [Reason, ...Reason[]];
  /** Part of the score, 0 to 1. */
  readonly share: number;
  /** The same as a whole number; those of all lines sum to 100. */
  readonly percent: number;
}

/**
 * What makes up the score, largest part first, the rest last. All topics share one line, and so do all
 * authors.
 *
 * A part that counts against the paper shows as 0 and is taken off the rest, so that the lines sum to the
 * whole.
 */
export function reasonShares(reasons: readonly Reason[]): readonly ReasonShare[] {
  const groups = new Map<string, [Reason, ...Reason[]]>();
  for (const [position, reason] of reasons.entries()) {
    if (reason.kind === 'rest') continue;
    const id =
      reason.kind === 'phrase' || reason.kind === 'pair' ? `${reason.kind} ${position}` : reason.kind;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [reason]);
    else group.push(reason);
  }
  const told = [...groups.values()]
    .map((group) => ({ reasons: group, share: Math.max(0, sumOf(group)) }))
    .toSorted((a, b) => b.share - a.share);
  const total = sumOf(told);
  const rest = Math.max(0, 1 - total);
  const lines = rest === 0 ? told : [...told, restOf(rest)];
  // More than the whole when the rest counts against the paper.
  return withPercents(lines.map((line) => ({ ...line, share: line.share / Math.max(1, total) })));
}

type Line = Omit<ReasonShare, 'percent'>;

function restOf(share: number): Line {
  return { reasons: [{ kind: 'rest', share }], share };
}

/** Rounds without changing the sum: the remainder goes to the lines that lost most. */
function withPercents(lines: readonly Line[]): readonly ReasonShare[] {
  const floors = lines.map(({ share }) => Math.floor(share * 100));
  const left = 100 - floors.reduce((sum, floor) => sum + floor, 0);
  const losses = lines.map(({ share }, position) => share * 100 - (floors[position] ?? 0));
  const raised = new Set(
    [...losses.keys()].toSorted((a, b) => (losses[b] ?? 0) - (losses[a] ?? 0)).slice(0, left),
  );
  return lines.map((line, position) => ({
    ...line,
    percent: (floors[position] ?? 0) + Number(raised.has(position)),
  }));
}

function sumOf(parts: readonly { readonly share: number }[]): number {
  return parts.reduce((sum, { share }) => sum + share, 0);
}
