import { type Word, wordsOf } from './words';

/** A piece of a text; the pieces in order are the text. */
export interface TextPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/**
 * Splits a text at every occurrence of the phrases, for `<mark>`.
 *
 * Whole words only, compared as the look-up compares them (without case, accents and plural endings); between
 * the words of a phrase any white space or hyphen is accepted, so `long range` marks `Long-range`. Of phrases
 * that begin at one word the longest wins; marks never overlap.
 *
 * Shape: the texts of the parts, joined, are `text`; no part is empty; neighbours differ in `isMarked`. Cost:
 * linear in the words of the text times the longest phrase.
 */
export function splitMarked(text: string, phrases: readonly string[]): readonly TextPart[] {
  const words = wordsOf(text);
  const byFirstWord = groupByFirstWord(phrases);
  const parts: TextPart[] = [];
  let from = 0;
  for (let index = 0; index < words.length;) {
    const length = matchLength(text, words, index, byFirstWord);
    const first = words[index];
    const last = words[index + length - 1];
    if (length > 0 && first !== undefined && last !== undefined) {
      if (first.start > from) parts.push({ text: text.slice(from, first.start), isMarked: false });
      parts.push({ text: text.slice(first.start, last.end), isMarked: true });
      from = last.end;
    }
    index += Math.max(length, 1);
  }
  if (from < text.length) parts.push({ text: text.slice(from), isMarked: false });
  return parts;
}

/** What may stand between the words of a phrase. */
const PHRASE_GAP = /^[\s\-\u2010-\u2015]+$/u;

function groupByFirstWord(phrases: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const groups = new Map<string, (readonly string[])[]>();
  for (const phrase of phrases) {
    const words = wordsOf(phrase).map((word) => word.term);
    const [first] = words;
    if (first !== undefined) groups.set(first, [...(groups.get(first) ?? []), words]);
  }
  return groups;
}

/** How many words from `index` on are a phrase; 0 when none begins there. */
function matchLength(
  text: string,
  words: readonly Word[],
  index: number,
  byFirstWord: ReadonlyMap<string, readonly (readonly string[])[]>,
): number {
  const candidates = byFirstWord.get(words[index]?.term ?? '') ?? []; // Past the end nothing begins.
  return candidates.reduce(
    (best, phrase) => (phrase.length > best && isPhraseAt(text, words, index, phrase) ? phrase.length : best),
    0,
  );
}

function isPhraseAt(text: string, words: readonly Word[], index: number, phrase: readonly string[]): boolean {
  return phrase.every((expected, offset) => {
    const word = words[index + offset];
    if (word?.term !== expected) return false;
    const before = offset === 0 ? undefined : words[index + offset - 1];
    return before === undefined || PHRASE_GAP.test(text.slice(before.end, word.start));
  });
}
