import { useCallback, useEffect, useState } from 'react';
import type { ErrorCode } from '../../lib/errors';
import { codeOf } from '../../lib/messages/send';

/** An answer from the worker, on its way or here. */
export type Asked<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly code: ErrorCode }
  /** `failure`: asking again failed, so the value is an older one. */
  | { readonly kind: 'ready'; readonly value: T; readonly failure?: ErrorCode };

/**
 * Asks when mounted, when `ask` or `version` changes, and on demand.
 *
 * The last value stays until the next one is here, so that a list never blinks; answers that were overtaken
 * are dropped. `ask` must be stable between renders (`useCallback`).
 */
export function useAsked<T>(ask: () => Promise<T>, version = ''): readonly [Asked<T>, () => void] {
  const [asked, setAsked] = useState<Asked<T>>({ kind: 'loading' });
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    let isCurrent = true;
    ask().then(
      (value) => {
        if (isCurrent) setAsked({ kind: 'ready', value });
      },
      (error: unknown) => {
        if (isCurrent) setAsked((last) => withFailure(last, codeOf(error)));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [ask, version, turn]);

  const askAgain = useCallback(() => setTurn((last) => last + 1), []);
  return [asked, askAgain];
}

function withFailure<T>(last: Asked<T>, code: ErrorCode): Asked<T> {
  return last.kind === 'ready' ? { ...last, failure: code } : { kind: 'failed', code };
}
