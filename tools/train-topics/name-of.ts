import { termOf } from '../../lib/text/words';
import { isShortForm } from '../../lib/topics/vocabulary/acronyms';
import { canonicalKey, withoutShortForm } from '../../lib/topics/vocabulary/canonical-terms';
import type { Rewrites } from '../../lib/topics/vocabulary/rewrites';
import { increase } from './text-statistics';

/** Small letters are preferred when at least this share of the uses has them: names of things keep capitals. */
const MIN_SMALL = 0.25;

/** Share of the uses that spellings other than short forms must have to be preferred. */
const MIN_LONG = 0.1;

/**
 * The name to show for a topic, from the spellings of its keywords and how often each was used: the most used
 * one that has no brackets and does not stand for a longer one, or whatever there is, its short form taken
 * off.
 */
export function nameOf(spellings: ReadonlyMap<string, number>, rewrites: Rewrites): string {
  const isLong = (spelling: string): boolean =>
    !isShortForm(spelling) || canonicalKey(spelling, rewrites) === termOf(spelling);
  const long = [...spellings].filter(([spelling]) => isLong(spelling));
  const readable = long.filter(([spelling]) => !/[()]/.test(spelling));
  // Of "SWE-bench", a short form, the one readable spelling is a stray "SWE-Bench++".
  const isUsed = total(long) >= total([...spellings]) * MIN_LONG;
  const candidates = isUsed && readable.length > 0 ? readable : bare(spellings);
  const small = new Map<string, number>();
  for (const [spelling, times] of candidates) increase(small, spelling.toLowerCase(), times);
  const words = mostUsed(small);
  const cases = candidates.filter(([spelling]) => spelling.toLowerCase() === words);
  const all = total(cases);
  const [, smallTimes = 0] = cases.find(([spelling]) => spelling === words) ?? [];
  return smallTimes >= all * MIN_SMALL ? words : mostUsed(new Map(cases));
}

function total(spellings: readonly (readonly [string, number])[]): number {
  return spellings.reduce((sum, [, times]) => sum + times, 0);
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
