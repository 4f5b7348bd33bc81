import { isStopTerm } from '../text/stop-words';
import { isShortForm } from './acronyms';
import { withoutShortForm } from './canonical-terms';

/** A keyword that fewer papers have is those papers' own coinage. */
export const MIN_PAPERS = 3;
/** Longer keywords are descriptions; short forms count written out, as in "LLM-as-a-judge". */
const MAX_TERMS = 8;

/** The feed's keywords that the shipped file does not know, by canonical key. */
export interface FeedNames {
  /** Adds to the papers that have the keyword; the name is kept once it is a topic. */
  count(key: string, name: string, step: 1 | -1): void;
  /** What to show for it, when enough papers have it. */
  nameOf(key: string): string | undefined;
}

/**
 * Counts keywords. Only those that enough papers have keep their name and are told to `onTopic`, once each:
 * nine in ten are never seen again, and 30,000 of them take some 3 MB.
 */
export function createFeedNames(onTopic: (key: string) => void): FeedNames {
  const papers = new Map<string, number>();
  const names = new Map<string, string>();
  return {
    count(key, name, step) {
      // A lone word that a few papers name ("quality", "utility") says little; a proper name (DUSt3R) does.
      if (!isTopicLike(key) || (!key.includes(' ') && !isShortForm(name))) return;
      const now = (papers.get(key) ?? 0) + step;
      if (now > 0) papers.set(key, now);
      else papers.delete(key);
      if (now >= MIN_PAPERS && !names.has(key)) {
        names.set(key, withoutShortForm(name));
        onTopic(key);
      }
    },
    nameOf: (key) => ((papers.get(key) ?? 0) >= MIN_PAPERS ? names.get(key) : undefined),
  };
}

/** At most eight terms, one of which says something. */
export function isTopicLike(key: string): boolean {
  const terms = key.split(' ');
  return terms.length <= MAX_TERMS && !terms.every(isStopTerm);
}
