import { useCallback, useEffect, useState } from 'react';
import type { ErrorCode } from '../../lib/errors';
import { codeOf } from '../../lib/messages/send';

/** An answer from the worker, on its way or here. */
export type Asked<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly code: ErrorCode }
  /** `failure`: asking again failed, so the value is an older one. */
  | { readonly kind: 'ready'; readonly value: T; readonly failure?: ErrorCode };

const LOADING = { kind: 'loading' } as const;

/**
 * Asks when mounted, when `ask` or `version` changes, and on demand.
 *
 * The last value stays until the next one is here, so that a list never blinks, but only while `subject` is
 * the same: one paper never stands in for another. Answers that were overtaken are dropped. `ask` must be
 * stable between renders (`useCallback`); it may give what it has before the whole by `onFirst`. `known` is
 * what stands there until the first answer.
 */
export function useAsked<T>(
  ask: (onFirst: (value: T) => void) => Promise<T>,
  version = '',
  subject = '',
  known: T | null = null,
): readonly [Asked<T>, () => void] {
  const [last, setLast] = useState<{ readonly subject: string; readonly asked: Asked<T> }>({
    subject,
    asked: known === null ? LOADING : { kind: 'ready', value: known },
  });
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    let isCurrent = true;
    const show = (value: T): void => {
      if (isCurrent) setLast({ subject, asked: { kind: 'ready', value } });
    };
    const showFirst = (value: T): void => {
      if (!isCurrent) return;
      setLast((last) =>
        last.subject === subject && last.asked.kind === 'ready'
          ? last // An older whole is better than a part.
          : { subject, asked: { kind: 'ready', value } },
      );
    };
    ask(showFirst).then(show, (error: unknown) => {
      if (!isCurrent) return;
      setLast((last) => {
        const kept = last.subject === subject ? last.asked : LOADING;
        return { subject, asked: withFailure(kept, codeOf(error)) };
      });
    });
    return () => {
      isCurrent = false;
    };
  }, [ask, version, subject, turn]);

  const askAgain = useCallback(() => setTurn((last) => last + 1), []);
  return [last.subject === subject ? last.asked : LOADING, askAgain];
}

function withFailure<T>(last: Asked<T>, code: ErrorCode): Asked<T> {
  return last.kind === 'ready' ? { ...last, failure: code } : { kind: 'failed', code };
}
