import { type ReactNode, useEffect, useState } from 'react';
import { SECOND } from '../../lib/model/dates';
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

/** Copies a text and shows the outcome in place of its label. */
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

/** How a copy went. */
type CopyState = 'copied' | 'failed' | 'idle';

const SHOWN_MS = 2 * SECOND;

/** Copies a text; the outcome shows for two seconds. */
function useCopy(
  copy_: (text: string) => Promise<void> = copyText,
): readonly [CopyState, (text: string) => void] {
  const [state, setState] = useState<CopyState>('idle');
  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = setTimeout(() => setState('idle'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = (text: string): void => {
    copy_(text).then(
      () => setState('copied'),
      () => setState('failed'),
    );
  };
  return [state, copy];
}

async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // In an iframe the host page's permissions policy may forbid the clipboard; the old command asks for none.
    copyBySelection(text);
  }
}

function copyBySelection(text: string): void {
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  if (!isCopied) throw new Error('The browser refused to copy.');
}
