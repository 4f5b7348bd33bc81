import { LINKS, stemOf, withoutKind } from '../../lib/topics/vocabulary/variants';

/** A topic under two names is one when the other is at least this common beside it: "flow matching (models)". */
const MIN_SHARE = 0.5;

/** Two words for one thing. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['visual language', 'vision language'],
  ['tool usage', 'tool use'],
]);

/**
 * Finds keys that name one topic, from how many papers have each: other joining words (`vision and language
 * model`), another ending of the last word (`key value caching`), and a last word that only says what kind of
 * thing it is (`flow matching model`).
 *
 * Shape: key → the key that stays, the one most used; keys that stand for themselves are left out.
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

/** What is left of a key when joining words and the ending of the last word are taken off. */
function signatureOf(key: string): string {
  let text = key;
  for (const [from, to] of SYNONYMS) text = text.replace(from, to);
  const terms = text.split(' ');
  const said = terms.filter((term) => !LINKS.has(term));
  if (terms.length < 2 || said.length < 2) return key;
  return [...said.slice(0, -1), stemOf(said.at(-1) ?? '')].join(' ');
}
