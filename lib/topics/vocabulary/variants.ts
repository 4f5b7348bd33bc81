import { isStopTerm } from '../../text/stop-words';

/** Words that join others and change nothing: reinforcement learning from, or with, verifiable rewards. */
export const LINKS: ReadonlySet<string> = new Set(
  'a an and as based by driven for from of the using via with'.split(' '),
);
/** Last words that only say what kind of thing it is. */
const KINDS: ReadonlySet<string> = new Set(
  (
    'ability algorithm approach architecture capability formulation framework mechanism method methodology model ' +
    'module objective paradigm phase pipeline procedure process scheme setting stage strategy system task ' +
    'technique technology'
  ).split(' '),
);
const ENDINGS = ['', 'e', 'ing', 'ed'] as const;
const ENDING = /(?<=...)(?:ing|ed|e)$/;

/** A key without its last word if that only names a kind and at least two meaningful words remain. */
export function withoutKind(key: string): string {
  const terms = key.split(' ');
  const left = terms.slice(0, -1);
  const isKind = KINDS.has(terms.at(-1) ?? '') && left.filter((term) => !LINKS.has(term)).length > 1;
  return isKind ? left.join(' ') : key;
}

/** A term without its ending: `cach` for `caching`. "Modeling" is not "model". */
export function stemOf(term: string): string {
  return term === 'modeling' ? term : term.replace(ENDING, '');
}

/**
 * Other keys under which a name may be known, with another ending or without a kind at the end; likeliest
 * first.
 */
export function variantsOf(key: string): readonly string[] {
  const terms = key.split(' ');
  const last = terms.at(-1) ?? '';
  const kindless = withoutKind(key);
  const others =
    terms.length < 2 ? [] : ENDINGS.map((ending) => [...terms.slice(0, -1), stemOf(last) + ending].join(' '));
  return [...others, kindless].filter((other) => other !== key);
}

/** Longer keywords are descriptions; short forms are counted in full, as in "LLM-as-a-judge". */
const MAX_TERMS = 8;

/** True for at most eight terms, at least one of them meaningful. */
export function isTopicLike(key: string): boolean {
  const terms = key.split(' ');
  return terms.length <= MAX_TERMS && !terms.every(isStopTerm);
}
