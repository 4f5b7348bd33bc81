import { useCallback, useEffect } from 'react';
import type { SinceView } from '../../lib/model/feed/lists';
import { OUTSIDE, type Outside } from '../worker/outside';
import { type Asked, useAsked } from '../worker/use-asked';

/**
 * What came in since the last look: asked once `isWanted`, so that it keeps nothing else waiting. While it is
 * on screen (`isShown`) the worker is told that it was seen; the answer stays the same for this look.
 */
export function useSince(
  { isWanted, isShown }: { readonly isWanted: boolean; readonly isShown: boolean },
  version: string,
  { send }: Pick<Outside, 'send'> = OUTSIDE,
): readonly [Asked<SinceView>, () => void] {
  const ask = useCallback(
    () => (isWanted ? send('feed.since') : new Promise<never>(() => undefined)), // Loading until then.
    [isWanted, send],
  );
  const [since, askAgain] = useAsked(ask, version);
  const isSeen = isShown && since.kind === 'ready';
  useEffect(() => {
    // Only the next look depends on it, so a failure is not worth the reader's time.
    if (isSeen) send('feed.markSeen').catch(() => undefined);
  }, [isSeen, send]);
  return [since, askAgain];
}
