import { useEffect, useState } from 'react';
import { SECOND } from '../../lib/model/dates';

/** How a copy went. */
export type CopyState = 'copied' | 'failed' | 'idle';

const SHOWN_MS = 2 * SECOND;

/** Copies a text; the outcome shows for two seconds. */
export function useCopy(
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
