import { useCallback, useState } from 'react';
import type { ErrorCode } from '../../../lib/errors';
import type { DataUsage } from '../../../lib/messages/protocol';
import { codeOf } from '../../../lib/messages/send';
import { OUTSIDE, type Outside } from '../../worker/outside';
import { type Asked, useAsked } from '../../worker/use-asked';

/** What deleting came to. */
export type DeletionState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running' }
  | { readonly kind: 'failed'; readonly code: ErrorCode }
  | { readonly kind: 'done'; readonly what: Deletion };

/** What can be deleted. */
export type Deletion = 'everything' | 'feed';

/** What is stored, and its deletion. */
export interface DataView {
  readonly usage: Asked<DataUsage>;
  readonly deletion: DeletionState;
  readonly remove: (what: Deletion) => void;
}

/** Follows what is stored. */
export function useData(version: string, { send }: Pick<Outside, 'send'> = OUTSIDE): DataView {
  const [deletion, setDeletion] = useState<DeletionState>({ kind: 'idle' });
  const [usage, askAgain] = useAsked(
    useCallback(() => send('data.usage'), [send]),
    version,
  );

  const remove = (what: Deletion): void => {
    setDeletion({ kind: 'running' });
    send(what === 'feed' ? 'feed.clear' : 'data.deleteAll').then(
      () => {
        setDeletion({ kind: 'done', what });
        askAgain();
      },
      (error: unknown) => setDeletion({ kind: 'failed', code: codeOf(error) }),
    );
  };

  return { usage, deletion, remove };
}
