import type { ReactNode } from 'react';
import type { SyncProgress } from '../../lib/model/feed/status';
import { progressWords } from '../words/words';

export interface ProgressBarProps {
  readonly progress: SyncProgress;
  /** @default 'Sync' */
  readonly label?: string;
}

/** How far a sync has got, as a bar. It moves to and fro while the total is unknown. */
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

export interface ProgressProps {
  readonly progress: SyncProgress;
  /** More of the sentence below the bar. */
  readonly children?: ReactNode;
}

/** How far a sync has got, as a bar with words. */
export function Progress({ progress, children }: ProgressProps): ReactNode {
  return (
    <div className="progress">
      <ProgressBar progress={progress} />
      <p>
        {progressWords(progress)}
        {children}
      </p>
    </div>
  );
}
