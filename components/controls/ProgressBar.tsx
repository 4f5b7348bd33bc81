import type { ReactNode } from 'react';
import type { SyncProgress } from '../../lib/model/feed/status';

export interface ProgressBarProps {
  readonly progress: SyncProgress;
  /** @default 'Sync' */
  readonly label?: string;
}

/** How far a sync has got, as a line; it wanders while the end is not known. */
export function ProgressBar({ progress: { done, total }, label = 'Sync' }: ProgressBarProps): ReactNode {
  const isUnknown = total === 0;
  const known = isUnknown ? {} : { 'aria-valuenow': done, 'aria-valuemax': total };
  return (
    <div
      className="track"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      data-unknown={isUnknown || undefined}
      {...known}
    >
      <i style={isUnknown ? undefined : { transform: `scaleX(${Math.min(1, done / total)})` }} />
    </div>
  );
}
