import { isStopTerm } from '../../text/stop-words';

/** Longer keywords are descriptions; short forms count written out, as in "LLM-as-a-judge". */
const MAX_TERMS = 8;

/** At most eight terms, one of which says something. */
export function isTopicLike(key: string): boolean {
  const terms = key.split(' ');
  return terms.length <= MAX_TERMS && !terms.every(isStopTerm);
}
