/** A topic under two names is one when the other is at least this common beside it: "flow matching (models)". */
const MIN_SHARE = 0.5;

/** Words that join others and change nothing: reinforcement learning from, or with, verifiable rewards. */
const LINKS: ReadonlySet<string> = new Set(
  'a an and as based by driven for from of the using via with'.split(' '),
);
/** Last words that only say what kind of thing it is. */
const KINDS: ReadonlySet<string> = new Set(
  (
    'algorithm approach architecture framework mechanism method methodology model objective paradigm pipeline ' +
    'procedure process scheme setting strategy system task technique'
  ).split(' '),
);
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
  const last = said.at(-1) ?? '';
  const stem = last === 'modeling' ? last : last.replace(/(?<=...)(?:ing|ed|e)$/, '');
  return [...said.slice(0, -1), stem].join(' ');
}

/** A key without its last word when that is a kind, and two words are left that say something. */
function withoutKind(key: string): string {
  const terms = key.split(' ');
  const left = terms.slice(0, -1);
  const isKind = KINDS.has(terms.at(-1) ?? '') && left.filter((term) => !LINKS.has(term)).length > 1;
  return isKind ? left.join(' ') : key;
}
