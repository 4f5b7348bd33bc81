import { type ReactNode, useEffect } from 'react';
import { SECOND } from '../../lib/model/dates';
import { WORDS } from '../words/words';

export interface ToastProps {
  /** What happened. A new text restarts the timer. */
  readonly text: string;
  readonly onUndo: () => void;
  /** After ten seconds. Must be stable between renders. */
  readonly onEnd: () => void;
}

const SHOWN_MS = 10 * SECOND;

/** Says what was done and offers to undo it. */
export function Toast({ text, onUndo, onEnd }: ToastProps): ReactNode {
  useEffect(() => {
    const timer = setTimeout(onEnd, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text, onEnd]);
  return (
    <div className="toast" role="status">
      <span>{text}</span>
      <button type="button" onClick={onUndo}>
        {WORDS.undo}
      </button>
    </div>
  );
}
