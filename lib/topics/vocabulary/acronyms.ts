/** A short form and what it stands for, as a text defines it: `large language models (LLMs)`. */
export interface Definition {
  readonly short: string;
  readonly long: string;
  /** Offset of the bracket, and of what follows it, in UTF-16 units. */
  readonly bracket: number;
  readonly end: number;
}

/** `LLM`, `LoRA`, `T2I`, `V-STaR`, `LLMs`: at least two capitals, or a capital and a digit. */
const SHORT = /^(?=.*[A-Z].*[A-Z\d]|\d+[A-Z])[A-Za-z\d][A-Za-z\d-]{1,9}$/;
const IN_BRACKETS = /\(([^()]{2,80})\)/g;
const WORD = /[\p{L}\d][\p{L}\d\p{M}']*/gu;
/** Words that need no letter in the short form: `number of function evaluations (NFE)`. */
const LINKS: ReadonlySet<string> = new Set('a an and as by for from in of on the to via with'.split(' '));
/** `T2I`: text-to-image. */
const DIGITS: ReadonlyMap<string, string> = new Map([
  ['2', 'to'],
  ['4', 'for'],
]);
/** Longest text before a bracket that can be a long form. */
const MAX_LONG_CHARS = 120;

/** True for a word written like an acronym. */
export function isShortForm(word: string): boolean {
  return SHORT.test(word);
}

/** The definitions of a text: `long form (SF)` and `SF (long form)`. Cost: linear; an abstract has one or two. */
export function definitionsIn(text: string): readonly Definition[] {
  return Array.from(text.matchAll(IN_BRACKETS), ({ 0: whole, 1: inside = '', index }) => {
    const end = index + whole.length;
    const before = text.slice(Math.max(0, index - MAX_LONG_CHARS), index).trimEnd();
    if (isShortForm(inside)) {
      const long = longFormAtEnd(before, inside);
      return long === null ? null : { short: inside, long, bracket: index, end };
    }
    const [short = ''] = /[A-Za-z\d-]+$/.exec(before) ?? [];
    const isLongForm = isShortForm(short) && longFormAtEnd(inside.trim(), short) === inside.trim();
    return isLongForm ? { short, long: inside.trim(), bracket: index, end } : null;
  }).filter((definition) => definition !== null);
}

/**
 * The end of a text that a short form stands for; null when none does. First by the words' first letters,
 * then by letters that occur in order, the first at the start of a word (`Low-Rank Adaptation` for `LoRA`).
 *
 * Source: the second after Schwartz & Hearst 2003, "A simple algorithm for identifying abbreviation
 * definitions".
 */
export function longFormAtEnd(text: string, short: string): string | null {
  const letters = short
    .replace(/s$/, '')
    .replace(/[^A-Za-z\d]/g, '')
    .toLowerCase();
  const clause = text.slice(clauseStart(text));
  const words = Array.from(clause.matchAll(WORD), ({ 0: word, index }) => ({
    word: word.toLowerCase(),
    index,
  }));
  const first = firstByInitials(words, letters) ?? firstByLetters(words, letters);
  if (first === null) return null;
  const start = words[first]?.index ?? 0;
  // "self-supervised learning (SSL)" counts as a whole, although "supervised" would do for the letter.
  let wordStart = start;
  while (wordStart > 0 && !/\s/.test(clause.charAt(wordStart - 1))) wordStart--;
  const long = clause.slice(wordStart);
  return /[\s-]/.test(long) ? long : null;
}

/** Where the last clause of a text begins: names do not cross punctuation. */
function clauseStart(text: string): number {
  let start = text.length;
  while (start > 0 && !'.:;,!?()[]'.includes(text.charAt(start - 1))) start--;
  return start;
}

interface IndexedWord {
  readonly word: string;
  readonly index: number;
}

/** The word from which the words' first letters spell the short form. */
function firstByInitials(words: readonly IndexedWord[], letters: string): number | null {
  let left = letters.length - 1;
  for (let position = words.length - 1; position >= 0; position--) {
    const word = words[position]?.word ?? '';
    if (word.charAt(0) === letters.charAt(left) || DIGITS.get(letters.charAt(left)) === word) {
      if (left === 0) return position;
      left--;
    } else if (!LINKS.has(word)) return null;
  }
  return null;
}

/**
 * The word from which the short form's letters occur in order; apart from linking words, there are at most as
 * many words as letters.
 */
function firstByLetters(words: readonly IndexedWord[], letters: string): number | null {
  let left = letters.length - 1;
  let spent = 0;
  for (let position = words.length - 1; position >= 0; position--) {
    const word = words[position]?.word ?? '';
    if (!LINKS.has(word) && ++spent > letters.length) return null;
    for (let letter = word.length - 1; letter >= 0 && left >= 0; letter--) {
      if (word.charAt(letter) !== letters.charAt(left)) continue;
      // The first letter begins a word.
      if (left > 0 || letter === 0) left--;
    }
    if (left < 0) return position;
  }
  return null;
}
