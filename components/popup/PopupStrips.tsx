import type { ReactNode } from 'react';
import type { ErrorCode } from '../../lib/errors';
import type { EditionView } from '../../lib/model/feed/lists';
import type { FeedStatus } from '../../lib/model/feed/status';
import { isStarterList } from '../../lib/model/feed/status';
import { formatDay } from '../words/format';
import { Strip } from '../controls/Strip';
import { errorWords, WORDS } from '../words/words';

export interface PopupStripsProps {
  readonly isOnline: boolean;
  /** Why the last click on a bookmark did nothing. */
  readonly savingFailure: ErrorCode | null;
  /** Null until it is known. */
  readonly status: FeedStatus | null;
  /** The list on screen. */
  readonly edition: EditionView | null;
  /** Ms since epoch. */
  readonly nowMs: number;
}

/** Remarks on the list below: no connection, a failure, a list that came with the package. */
export function PopupStrips({
  isOnline,
  savingFailure,
  status,
  edition,
  nowMs,
}: PopupStripsProps): ReactNode {
  const starter = status?.starter; // Not known yet: nothing to say.
  return (
    <>
      {!isOnline && <Strip icon="offline">{WORDS.offline}</Strip>}
      {savingFailure !== null && (
        <Strip icon="warning" tone="failure">
          {errorWords(savingFailure)}
        </Strip>
      )}
      {status !== null && starter !== undefined && edition !== null && isStarterList(status, edition) && (
        <Strip icon="list">
          From the starter feed of {formatDay(starter.date, nowMs)}, which came with Paperkin. Newer papers
          follow with the first sync.
        </Strip>
      )}
    </>
  );
}
