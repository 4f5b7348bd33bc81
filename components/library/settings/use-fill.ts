import { useCallback, useState } from 'react';
import type { ErrorCode } from '../../../lib/errors';
import { codeOf } from '../../../lib/messages/send';
import type { FillEstimate } from '../../../lib/model/feed/fill-estimate';
import { OUTSIDE, type Outside } from '../../worker/outside';
import { type Asked, useAsked } from '../../worker/use-asked';

/** What is to be fetched of the past. */
export interface FillChoice {
  readonly category: string;
  readonly months: number;
}

/** What it would cost, and the way to begin. */
export interface FillView {
  readonly estimate: Asked<FillEstimate>;
  readonly start: () => void;
  /** Why the last `start` did not begin. */
  readonly failure: ErrorCode | null;
}

/**
 * Estimates a fill; nothing is asked of any server before `start`. Nothing is estimated while `choice` is
 * null.
 */
export function useFill(
  choice: FillChoice | null,
  onStart: () => void,
  { send }: Pick<Outside, 'send'> = OUTSIDE,
): FillView {
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const subject = choice === null ? null : JSON.stringify(choice);
  const ask = useCallback(
    () =>
      subject === null
        ? new Promise<never>(() => undefined) // Nothing to ask: stays loading.
        : send('fill.estimate', JSON.parse(subject) as FillChoice), // Written above.
    [subject, send],
  );
  const [estimate] = useAsked(ask, '', subject ?? '');
  const start = (): void => {
    if (choice === null) return;
    setFailure(null);
    send('fill.start', choice).then(onStart, (error: unknown) => setFailure(codeOf(error)));
  };
  return { estimate, start, failure };
}
