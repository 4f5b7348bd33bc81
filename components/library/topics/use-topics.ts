import { useCallback } from 'react';
import type { TopicPage, TopicSort, TopicsOverview } from '../../../lib/model/topic';
import { OUTSIDE, type Outside } from '../../worker/outside';
import { type Asked, useAsked } from '../../worker/use-asked';

/** Papers of a topic that are shown. */
const LIMIT = 100;

/** The topics of the cached feed. */
export function useTopicsOverview(
  version: string,
  { send }: Pick<Outside, 'send'> = OUTSIDE,
): readonly [Asked<TopicsOverview>, () => void] {
  const ask = useCallback(() => send('topics.overview'), [send]);
  return useAsked(ask, version);
}

/** One topic by any of its names; a null value when there is none of this name. */
export function useTopicPage(
  topic: string,
  sort: TopicSort,
  version: string,
  { send }: Pick<Outside, 'send'> = OUTSIDE,
): readonly [Asked<TopicPage | null>, () => void] {
  const ask = useCallback(() => send('topics.page', { topic, sort, limit: LIMIT }), [topic, sort, send]);
  return useAsked(ask, version, topic);
}
