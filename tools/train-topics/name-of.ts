import { termOf } from '../../lib/text/words';
import { isShortForm } from '../../lib/topics/acronyms';
import { canonicalKey, type Rewrites, withoutShortForm } from '../../lib/topics/canonical-terms';
import { increase } from './text-statistics';

/** Small letters are preferred when at least this share of the uses has them: names of things keep capitals. */
const MIN_SMALL = 0.25;

/**
 * The name to show for a topic, from the spellings of its keywords and how often each was used: the most used
 * one that has no brackets and does not stand for a longer one, or whatever there is, its short form taken
 * off.
 */
export function nameOf(spellings: ReadonlyMap<string, number>, rewrites: Rewrites): string {
  const isReadable = (spelling: string): boolean =>
    !/[()]/.test(spelling) &&
    (!isShortForm(spelling) || canonicalKey(spelling, rewrites) === termOf(spelling));
  const readable = [...spellings].filter(([spelling]) => isReadable(spelling));
  const candidates = readable.length > 0 ? readable : bare(spellings);
  const small = new Map<string, number>();
  for (const [spelling, times] of candidates) increase(small, spelling.toLowerCase(), times);
  const words = mostUsed(small);
  const cases = candidates.filter(([spelling]) => spelling.toLowerCase() === words);
  const all = cases.reduce((sum, [, times]) => sum + times, 0);
  const [, smallTimes = 0] = cases.find(([spelling]) => spelling === words) ?? [];
  return smallTimes >= all * MIN_SMALL ? words : mostUsed(new Map(cases));
}

function bare(spellings: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const [spelling, times] of spellings) increase(counts, withoutShortForm(spelling), times);
  return [...counts];
}

function mostUsed(counts: ReadonlyMap<string, number>): string {
  const [best] = [...counts].toSorted(([a, timesA], [b, timesB]) => timesB - timesA || (a < b ? -1 : 1));
  return best?.[0] ?? '';
}
