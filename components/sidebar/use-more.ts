import { useCallback, useState } from 'react';
import type { ErrorCode } from '../../lib/errors';
import type { PanelAddress } from '../../lib/messages/protocol';
import { codeOf } from '../../lib/messages/send';
import type { ProviderId, MoreAnswer } from '../../lib/model/more-related';
import type { PaperIds } from '../../lib/model/paper/paper';
import { OUTSIDE, type Outside } from '../worker/outside';
import { type Asked, useAsked } from '../worker/use-asked';

/** About which paper a service is asked, and from where. */
export interface MoreSubject {
  readonly provider: ProviderId;
  readonly ids: PaperIds;
  readonly address: PanelAddress;
}

/** What a service said of the paper. */
export interface MoreView {
  /** A null value: it was not asked about this paper yet. */
  readonly answer: Asked<MoreAnswer | null>;
  /** Tells the service the paper's id. Only for clicks. */
  readonly ask: () => void;
  readonly isAsking: boolean;
  /** Why the last click brought nothing. */
  readonly failure: ErrorCode | null;
}

/** Follows what a service said of a paper; asks it on a click, and never by itself. */
export function useMore(
  subject: MoreSubject,
  version: string,
  { send }: Pick<Outside, 'send'> = OUTSIDE,
): MoreView {
  // A new object each time: its text says whether it is still the same paper.
  const text = JSON.stringify(subject);
  const [click, setClick] = useState<Click>({ text, isAsking: false, failure: null });
  const [answer, askAgain] = useAsked(
    useCallback(
      () => send('related.more', { ...(JSON.parse(text) as MoreSubject), canAsk: false }), // Written above.
      [text, send],
    ),
    version,
    text,
  );
  const [fresh, setFresh] = useState<{ readonly text: string; readonly answer: MoreAnswer | null } | null>(
    null,
  );

  const ask = (): void => {
    setClick({ text, isAsking: true, failure: null });
    send('related.more', { ...subject, canAsk: true }).then(
      (given) => {
        setFresh({ text, answer: given });
        setClick({ text, isAsking: false, failure: null });
        askAgain();
      },
      (error: unknown) => setClick({ text, isAsking: false, failure: codeOf(error) }),
    );
  };

  // From a private window nothing is kept, so the answer to the click is all there is.
  const isKept = answer.kind === 'ready' && answer.value !== null;
  const shown: Asked<MoreAnswer | null> =
    !isKept && fresh?.text === text ? { kind: 'ready', value: fresh.answer } : answer;
  const isCurrent = click.text === text;
  return {
    answer: shown,
    ask,
    isAsking: isCurrent && click.isAsking,
    failure: isCurrent ? click.failure : null,
  };
}

interface Click {
  readonly text: string;
  readonly isAsking: boolean;
  readonly failure: ErrorCode | null;
}
