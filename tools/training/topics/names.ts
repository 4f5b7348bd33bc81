import { LINKS, stemOf, withoutKind } from '../../../lib/topics/vocabulary/variants';
import { termOf } from '../../../lib/text/words';
import { isShortForm } from '../../../lib/topics/vocabulary/acronyms';
import { canonicalKey, withoutShortForm } from '../../../lib/topics/vocabulary/canonical-terms';
import type { Rewrites } from '../../../lib/topics/vocabulary/rewrites';
import { increase } from './text-statistics';

/** Two names are one topic if the shorter is at least this common beside the other: "flow matching (models)". */
const MIN_SHARE = 0.5;

/** Two terms for one thing. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['visual language', 'vision language'],
  ['tool usage', 'tool use'],
]);

/**
 * Finds keys that name one topic, from how many papers have each: other joining words (`vision and language
 * model`), another ending of the last word (`key value caching`), and a last word that only says what kind of
 * thing it is (`flow matching model`).
 *
 * Shape: key → the key to keep, the most used one; leaves out keys that are kept.
 */
export function learnAliases(papers: ReadonlyMap<string, number>): ReadonlyMap<string, string> {
  const byUse = [...papers].toSorted(([a, papersA], [b, papersB]) => papersB - papersA || (a < b ? -1 : 1));
  const stays = new Map<string, string>();
  for (const [key] of byUse) {
    const signature = signatureOf(key);
    if (!stays.has(signature)) stays.set(signature, key);
  }
  const aliases = new Map<string, string>();
  for (const [key, uses] of byUse) {
    const same = stays.get(signatureOf(key)) ?? key;
    const kindless = stays.get(signatureOf(withoutKind(same)));
    const isKindOnly =
      kindless !== undefined &&
      (papers.get(kindless) ?? 0) >= MIN_SHARE * Math.max(uses, papers.get(same) ?? 0);
    const target = isKindOnly ? kindless : same;
    if (target !== key) aliases.set(key, target);
  }
  return aliases;
}

/** A key without joining words and the ending of its last word. */
function signatureOf(key: string): string {
  let text = key;
  for (const [from, to] of SYNONYMS) text = text.replace(from, to);
  const terms = text.split(' ');
  const said = terms.filter((term) => !LINKS.has(term));
  if (terms.length < 2 || said.length < 2) return key;
  return [...said.slice(0, -1), stemOf(said.at(-1) ?? '')].join(' ');
}

/** Lower case wins if at least this share of the uses has it: names of things keep capitals. */
const MIN_SMALL = 0.25;

/** Spellings other than short forms win if they have at least this share of the uses. */
const MIN_LONG = 0.1;

/**
 * Chooses the name to show for a topic from the spellings of its keywords and their uses: the most used one
 * without brackets that is not a short form; if there is none, the most used one without its short form.
 */
export function nameOf(spellings: ReadonlyMap<string, number>, rewrites: Rewrites): string {
  const isLong = (spelling: string): boolean =>
    !isShortForm(spelling) || canonicalKey(spelling, rewrites) === termOf(spelling);
  const long = [...spellings].filter(([spelling]) => isLong(spelling));
  const readable = long.filter(([spelling]) => !/[()]/.test(spelling));
  // The only readable spelling of the short form "SWE-bench" is a stray "SWE-Bench++".
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
