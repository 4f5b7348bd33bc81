import { useCallback } from 'react';
import { compact } from '../../lib/model/compact';
import type { PaperFacts } from '../../lib/model/paper';
import {
  RELATED_AT_ONCE,
  RELATED_LIMIT,
  type RelatedAnswer,
  type RelatedSort,
} from '../../lib/model/related';
import { OUTSIDE, type Outside } from './outside';
import { type Asked, useAsked } from './use-asked';

/** What the reader chose above the list. */
export interface RelatedChoice {
  readonly sort: RelatedSort;
  /** Only papers with this topic. */
  readonly topic: string | null;
}

/**
 * Looks up the papers related to one; waits while there is no paper, or one without a title. Only the reasons
 * on screen are waited for; those of the other papers follow.
 */
export function useRelated(
  paper: PaperFacts | null,
  { sort, topic }: RelatedChoice,
  version: string,
  { send }: Pick<Outside, 'send'> = OUTSIDE,
): readonly [Asked<RelatedAnswer>, () => void] {
  // Each answer of the worker is a new object: the text says whether it is still the same paper.
  const subject = paper === null || paper.title === '' ? null : JSON.stringify(paper);
  const ask = useCallback(
    async (onFirst: (answer: RelatedAnswer) => void) => {
      if (subject === null) return new Promise<never>(() => undefined); // Nothing to ask: stays loading.
      const { title, abstract, authors, organisation, ids } = JSON.parse(subject) as PaperFacts; // Written above.
      const request = {
        query: compact({ title, abstract, authors, organisation }),
        ids,
        limit: RELATED_LIMIT,
        sort,
        ...(topic === null ? {} : { topic }),
      };
      const first = await send('related.find', { ...request, explained: RELATED_AT_ONCE });
      if (first.items.length <= RELATED_AT_ONCE) return first;
      onFirst(first);
      return send('related.find', request);
    },
    [subject, sort, topic, send],
  );
  return useAsked(ask, version, subject ?? '');
}
