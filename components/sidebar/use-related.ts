import { useCallback, useRef } from 'react';
import type { PaperFacts } from '../../lib/model/paper/paper';
import {
  RELATED_AT_ONCE,
  type RelatedAnswer,
  type RelatedChoice,
  relatedRequest,
} from '../../lib/model/related';
import { OUTSIDE, type Outside } from '../worker/outside';
import { type Asked, useAsked } from '../worker/use-asked';

/**
 * Looks up the papers related to one; waits while there is no paper, or one without a title. Only the papers
 * on screen are waited for; the others follow. `opening`: the first answer, when it is there already.
 */
export function useRelated(
  paper: PaperFacts | null,
  { sort, topic }: RelatedChoice,
  version: string,
  { send }: Pick<Outside, 'send'> = OUTSIDE,
  opening: RelatedAnswer | null = null,
): readonly [Asked<RelatedAnswer>, () => void] {
  const untaken = useRef(opening);
  // Each answer of the worker is a new object: the text says whether it is still the same paper.
  const subject = paper === null || paper.title === '' ? null : JSON.stringify(paper);
  const ask = useCallback(
    async (onFirst: (answer: RelatedAnswer) => void) => {
      if (subject === null) return new Promise<never>(() => undefined); // Nothing to ask: stays loading.
      const request = relatedRequest(JSON.parse(subject) as PaperFacts, { sort, topic }); // Written above.
      const opened = untaken.current;
      untaken.current = null;
      const first = opened ?? (await send('related.find', { ...request, atOnce: RELATED_AT_ONCE }));
      if (first.items.length >= first.found) return first;
      onFirst(first);
      return send('related.find', request);
    },
    [subject, sort, topic, send],
  );
  return useAsked(ask, version, subject ?? '', opening);
}
