import type { ReactNode } from 'react';
import type { ErrorCode } from '../../lib/errors';
import { ERROR_WORDS, WORDS } from '../words/words';

export interface NoticeProps {
  readonly title: string;
  /** What to do, or what happens next. */
  readonly text?: ReactNode;
  /**
   * Failures are announced at once, the rest when the reader pauses.
   *
   * @default 'plain'
   */
  readonly tone?: 'failure' | 'plain';
  /** The way out. */
  readonly action?: { readonly text: string; readonly onClick: () => void };
  /** Progress, or several ways out. */
  readonly children?: ReactNode;
}

/** Stands in place of a list that is empty, not there yet, or could not be read. */
export function Notice({ title, text, tone = 'plain', action, children }: NoticeProps): ReactNode {
  return (
    <div className="notice" role={tone === 'failure' ? 'alert' : 'status'}>
      <svg className="icon sheet" viewBox="0 0 44 52" aria-hidden="true">
        <path d="M12 2h22l8 8v40H12z" />
        <path d="M34 2v8h8" />
        <path d="M20 20h14M20 27h14M20 34h8" />
        <path className="rule" d="M3 14v24" />
      </svg>
      <h2>{title}</h2>
      {text !== undefined && <p>{text}</p>}
      {children}
      {action !== undefined && (
        <div className="actions">
          <button type="button" className="button" onClick={action.onClick}>
            {action.text}
          </button>
        </div>
      )}
    </div>
  );
}

export interface FailedNoticeProps {
  readonly title: string;
  readonly code: ErrorCode;
  readonly onTryAgain: () => void;
}

/** Says what could not be read and why, and offers to try again. */
export function FailedNotice({ title, code, onTryAgain }: FailedNoticeProps): ReactNode {
  const action = { text: WORDS.tryAgain, onClick: onTryAgain };
  return <Notice title={title} tone="failure" text={ERROR_WORDS[code]} action={action} />;
}

/** Takes the place of what is not there yet, for screen readers. */
export function Loading(): ReactNode {
  return (
    <p className="unseen" role="status">
      Loading
    </p>
  );
}
