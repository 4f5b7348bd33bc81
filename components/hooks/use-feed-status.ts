import { useCallback, useEffect, useState } from 'react';
import type { ErrorCode } from '../../lib/errors';
import { codeOf } from '../../lib/messages/send';
import { SECOND } from '../../lib/model/dates';
import type { FeedStatus } from '../../lib/model/feed';
import { syncProgress } from '../../lib/model/feed-summary';
import { OUTSIDE, type Outside } from './outside';
import { type Asked, useAsked } from './use-asked';

/** The state of the sources, and the button beside it. */
export interface FeedStatusView {
  readonly status: Asked<FeedStatus>;
  readonly askAgain: () => void;
  /** Starts a sync of all sources. */
  readonly sync: () => void;
  /** Why the last `sync` did not begin. */
  readonly syncFailure: ErrorCode | null;
}

/** Follows the sources: with every `version`, and each second while one of them runs. */
export function useFeedStatus(version: string, { send }: Pick<Outside, 'send'> = OUTSIDE): FeedStatusView {
  const [syncFailure, setSyncFailure] = useState<ErrorCode | null>(null);
  const [status, askAgain] = useAsked(
    useCallback(() => send('feed.status'), [send]),
    version,
  );

  const isRunning = status.kind === 'ready' && syncProgress(status.value) !== null;
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') askAgain();
    }, SECOND);
    return () => clearInterval(timer);
  }, [isRunning, askAgain]);

  const sync = useCallback(() => {
    setSyncFailure(null);
    send('feed.sync').then(askAgain, (error: unknown) => setSyncFailure(codeOf(error)));
  }, [send, askAgain]);

  return { status, askAgain, sync, syncFailure };
}
