import { useCallback, useEffect, useState } from 'react';
import type { ErrorCode } from '../../lib/errors';
import { codeOf } from '../../lib/messages/send';
import { SECOND } from '../../lib/model/dates';
import type { FeedStatus } from '../../lib/model/feed/status';
import { isFetching } from '../../lib/model/feed/status';
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
  /** Holds what fetches the past, or lets it go on. */
  readonly pause: (isPaused: boolean) => void;
  /** Ends filling a category back; what has come stays. */
  readonly stopFill: (category: string) => void;
  /** Why the last of `sync`, `pause` and `stopFill` did not work. */
  readonly actionFailure: ErrorCode | null;
}

/**
 * Follows the sources: with every `version`, and each second while one of them runs. `known`: how they stood
 * last.
 */
export function useFeedStatus(
  version: string,
  { send }: Pick<Outside, 'send'> = OUTSIDE,
  known: FeedStatus | null = null,
): FeedStatusView {
  const [failure, setFailure] = useState<{ readonly of: 'past' | 'sync'; readonly code: ErrorCode } | null>(
    null,
  );
  const [status, askAgain] = useAsked(
    useCallback(() => send('feed.status'), [send]),
    version,
    '',
    known,
  );

  const isRunning = status.kind === 'ready' && isFetching(status.value);
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') askAgain();
    }, SECOND);
    return () => clearInterval(timer);
  }, [isRunning, askAgain]);

  const run = useCallback(
    (of: 'past' | 'sync', action: Promise<void>) => {
      setFailure(null);
      action.then(askAgain, (error: unknown) => setFailure({ of, code: codeOf(error) }));
    },
    [askAgain],
  );
  const sync = useCallback(() => run('sync', send('feed.sync')), [run, send]);

  return {
    status,
    askAgain,
    sync,
    pause: (isPaused) => run('past', send('feed.pause', { isPaused })),
    stopFill: (category) => run('past', send('fill.stop', { category })),
    syncFailure: failure?.of === 'sync' ? failure.code : null,
    actionFailure: failure === null ? null : failure.code,
  };
}
