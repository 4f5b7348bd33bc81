import type { ReactNode } from 'react';
import { formatAge, formatOld } from '../words/format';

export interface StaleBadgeProps {
  /** The last complete sync, ms since epoch. */
  readonly timeMs: number;
  /** Ms since epoch. */
  readonly nowMs: number;
}

/** Says that what is listed is old. */
export function StaleBadge({ timeMs, nowMs }: StaleBadgeProps): ReactNode {
  return (
    <span className="badge" title={`The last complete sync was ${formatAge(timeMs, nowMs)}`}>
      {formatOld(timeMs, nowMs)}
    </span>
  );
}
