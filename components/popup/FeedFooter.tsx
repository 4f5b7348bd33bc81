import type { ReactNode } from 'react';
import type { ErrorCode } from '../../lib/errors';
import { isoDateOf } from '../../lib/model/dates';
import {
  feedProblem,
  type FeedStatus,
  isStale,
  lastSyncedAtMs,
  syncProgress,
} from '../../lib/model/feed/status';
import type { SourceId } from '../../lib/model/paper/paper';
import { formatAge, formatDay, formatOld } from '../words/format';
import { Icon } from '../controls/Icon';
import { IconButton } from '../controls/IconButton';
import { ProgressBar } from '../controls/Progress';
import { ERROR_WORDS, progressWords, WORDS } from '../words/words';

export interface FeedFooterProps {
  /** Null until it is known. */
  readonly status: FeedStatus | null;
  /** The source whose list is shown; all of them when absent. */
  readonly source?: SourceId | undefined;
  /** What the age is about: `Feed`. */
  readonly subject: string;
  /** A sentence before it. */
  readonly lead?: string;
  /** Why the last click on "Sync now" did nothing. */
  readonly syncFailure: ErrorCode | null;
  readonly onSync: () => void;
  /** Further buttons. */
  readonly children?: ReactNode;
  /** Leaves the words off the button where there is little room. */
  readonly isCompact?: boolean;
  readonly nowMs: number;
}

/** The age of the feed, what it is doing, and the button to renew it. */
export function FeedFooter({
  status,
  source,
  subject,
  lead,
  syncFailure,
  onSync,
  isCompact = false,
  children,
  nowMs,
}: FeedFooterProps): ReactNode {
  const progress = status === null ? null : syncProgress(status);
  const canSync = status !== null && progress === null;
  return (
    <footer className="foot">
      {progress !== null && <ProgressBar progress={progress} />}
      <p className="grow">
        {lead !== undefined && `${lead} `}
        {status !== null && progress !== null && `${progressWords(progress)}…`}
        {status !== null && progress === null && (
          <FeedAge status={status} source={source} subject={subject} nowMs={nowMs} />
        )}
        {syncFailure !== null && <span className="failure"> {ERROR_WORDS[syncFailure]}</span>}
      </p>
      {children}
      {isCompact ? (
        <IconButton icon="sync" label={WORDS.syncNow} isDisabled={!canSync} onClick={onSync} />
      ) : (
        <button type="button" className="text-button" disabled={!canSync} onClick={onSync}>
          <Icon name="sync" />
          {WORDS.syncNow}
        </button>
      )}
    </footer>
  );
}

type FeedAgeProps = Pick<FeedFooterProps, 'nowMs' | 'source' | 'subject'> & { readonly status: FeedStatus };

function FeedAge({ status, source, subject, nowMs }: FeedAgeProps): ReactNode {
  const last = lastSyncedAtMs(status, source);
  const problem = feedProblem(status, source);
  const isOld = isStale(status, nowMs, source);
  return (
    <>
      {last !== null && isOld && <StaleBadge timeMs={last} nowMs={nowMs} />}
      {ageWords(subject, last, isOld, nowMs)}
      {problem !== null && <span className="stale"> {ERROR_WORDS[problem.code]}</span>}
    </>
  );
}

export interface StaleBadgeProps {
  /** The last complete sync, ms since epoch. */
  readonly timeMs: number;
  readonly nowMs: number;
}

/** Says that the list is old. */
export function StaleBadge({ timeMs, nowMs }: StaleBadgeProps): ReactNode {
  return (
    <span className="badge" title={`The last complete sync was ${formatAge(timeMs, nowMs)}`}>
      {formatOld(timeMs, nowMs)}
    </span>
  );
}

/** Shows the day beside the badge, which shows the age. */
function ageWords(subject: string, last: number | null, isOld: boolean, nowMs: number): string {
  if (last === null) return `${subject} not synced yet.`;
  return `${subject} updated ${isOld ? formatDay(isoDateOf(last), nowMs) : formatAge(last, nowMs)}.`;
}
