import { useContext, useEffect } from 'react';
import type { ErrorCode } from '../../lib/errors';
import { SECOND } from '../../lib/model/dates';
import { type FeedStatus, isFetching } from '../../lib/model/feed/status';
import { OutsideContext } from './outside';
import type { Asked } from './query-store';
import { useAction } from './use-action';
import { useQuery } from './use-query';

/** The state of the sources, and the button beside it. */
export interface FeedStatusView {
  readonly status: Asked<FeedStatus>;
  readonly askAgain: () => void;
  /** Starts a sync of all sources. */
  readonly sync: () => void;
  /** Pauses what fetches the past, or lets it go on. */
  readonly pause: (isPaused: boolean) => void;
  /** Stops filling a category back; what has come stays. */
  readonly stopFill: (category: string) => void;
  /** Why the last of `sync`, `pause` and `stopFill` did not work. */
  readonly failure: ErrorCode | null;
}

/** Follows the sources, each second while one of them runs. `known`: their last known state. */
export function useFeedStatus(known?: FeedStatus): FeedStatusView {
  const { send } = useContext(OutsideContext);
  const { asked: status, askAgain } = useQuery({ name: 'feed.status', request: undefined, known });
  const { failure, run } = useAction();

  const isRunning = status.kind === 'ready' && isFetching(status.value);
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') askAgain();
    }, SECOND);
    return () => clearInterval(timer);
  }, [isRunning, askAgain]);

  return {
    status,
    askAgain,
    sync: () => run(send('feed.sync'), askAgain),
    pause: (isPaused) => run(send('feed.pause', { isPaused }), askAgain),
    stopFill: (category) => run(send('fill.stop', { category }), askAgain),
    failure,
  };
}
