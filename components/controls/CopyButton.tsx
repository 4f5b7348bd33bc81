import type { ReactNode } from 'react';
import { useCopy } from './use-copy';
import { Icon, type IconName } from './Icon';

export interface CopyButtonProps {
  readonly icon: IconName;
  readonly label: string;
  /** What the button does, in full. */
  readonly name: string;
  readonly text: string;
  /** Test seam. */
  readonly copy_?: (text: string) => Promise<void>;
}

/** Copies a text and says so in its own place. */
export function CopyButton({ icon, label, name, text, copy_ }: CopyButtonProps): ReactNode {
  const [state, copy] = useCopy(copy_);
  const outcome = state === 'failed' ? 'Failed' : 'Copied';
  const isIdle = state === 'idle';
  return (
    <>
      <button type="button" className="text-button" aria-label={name} title={name} onClick={() => copy(text)}>
        <Icon name={state === 'copied' ? 'check' : icon} />
        <span className="labels">
          <span aria-hidden={!isIdle}>{label}</span>
          <span aria-hidden={isIdle}>{outcome}</span>
        </span>
      </button>
      <span className="unseen" role="status">
        {isIdle ? '' : outcome}
      </span>
    </>
  );
}
