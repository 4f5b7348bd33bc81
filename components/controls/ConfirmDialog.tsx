import { type ReactNode, useEffect, useId, useRef } from 'react';
import { WORDS } from '../words/words';

export interface ConfirmDialogProps {
  readonly title: string;
  /** What will be gone, and what stays. */
  readonly text: string;
  /** The word on the button that does it. */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  /** A way to keep a copy first. */
  readonly children?: ReactNode;
}

/** Asks for confirmation before something that cannot be undone. The focus starts on "Cancel". */
export function ConfirmDialog({
  title,
  text,
  confirm,
  onConfirm,
  onCancel,
  children,
}: ConfirmDialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const titleId = useId();
  const textId = useId();
  useEffect(() => {
    // The browser gives the focus back to the button that opened it.
    const shown = dialog.current;
    shown?.showModal(); // The element exists: effects run after rendering.
    cancel.current?.focus(); // As above.
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="confirm"
      aria-labelledby={titleId}
      aria-describedby={textId}
      onCancel={onCancel}
    >
      <h2 id={titleId}>{title}</h2>
      <p id={textId}>{text}</p>
      {children}
      <div className="actions">
        <button ref={cancel} type="button" className="button" onClick={onCancel}>
          {WORDS.cancel}
        </button>
        <button type="button" className="button" data-tone="danger" onClick={onConfirm}>
          {confirm}
        </button>
      </div>
    </dialog>
  );
}
