import type { ReactNode } from 'react';
import type { SyncProgress } from '../../lib/model/feed/status';
import { ProgressBar } from './ProgressBar';
import { progressWords } from '../words/words';

export interface ProgressProps {
  readonly progress: SyncProgress;
  /** More of the sentence below the line. */
  readonly children?: ReactNode;
}

/** How far a sync has got, as a line with words. */
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
