import type { TopicCount } from '../../../lib/model/topic';
import { fold } from '../../../lib/model/paper/identity';

/** Topics drawn at once. */
const MAX_SHOWN = 60;

/** The topics whose names have what is typed, in their order; those that begin with it first. */
export function topicsMatching(topics: readonly TopicCount[], typed: string): readonly TopicCount[] {
  const wanted = fold(typed);
  const matching = topics.filter(({ name }) => fold(name).includes(wanted));
  const beginning = matching.filter(({ name }) => fold(name).startsWith(wanted));
  return [...new Set([...beginning, ...matching])].slice(0, MAX_SHOWN);
}

/** The topic that a part of the address names: `topic=flow%20matching`; null for another part. */
export function topicOfHash(hash: string): string | null {
  const [, encoded = ''] = /^topic=(.+)$/.exec(hash) ?? [];
  if (encoded === '') return null;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded; // Typed by hand: `topic=100%`.
  }
}
