import { useCallback, useState } from 'react';
import type { ErrorCode } from '../../lib/errors';
import { codeOf } from '../../lib/messages/send';

/** Something that a click starts in the worker. */
export interface Action {
  readonly isRunning: boolean;
  /** Why the last one failed. */
  readonly failure: ErrorCode | null;
  /** Follows a job; calls `onDone` with what it gives. */
  readonly run: <T>(job: Promise<T>, onDone?: (value: T) => void) => void;
}

/** Follows what the reader's clicks start, one at a time: whether it runs, and why it failed. */
export function useAction(): Action {
  const [state, setState] = useState<Omit<Action, 'run'>>({ isRunning: false, failure: null });
  const run = useCallback(<T>(job: Promise<T>, onDone: (value: T) => void = () => undefined): void => {
    setState({ isRunning: true, failure: null });
    job.then(
      (value) => {
        setState({ isRunning: false, failure: null });
        onDone(value);
      },
      (error: unknown) => setState({ isRunning: false, failure: codeOf(error) }),
    );
  }, []);
  return { ...state, run };
}
