import { isStopTerm } from '../../text/stop-words';
import type { TypedWords } from './query';

/** One typed word that counts. */
export interface TypedTerm {
  readonly term: string;
  /** It may be unfinished: then it stands for every word that begins with it. */
  readonly isOpen: boolean;
}

/** The words that count, each once: no function words, lone letters and numbers, which no word index has. */
export function countedTerms({ terms, isOpen }: TypedWords): readonly TypedTerm[] {
  const counted = new Map<string, TypedTerm>();
  for (const [position, term] of terms.entries()) {
    if (isStopTerm(term)) continue;
    // A word that is also typed in full is no longer open.
    const known = counted.get(term)?.isOpen ?? true;
    counted.set(term, { term, isOpen: known && isOpen && position === terms.length - 1 });
  }
  return [...counted.values()];
}

/** True when a word is the typed one, or begins with the typed one that is open. */
export function isTyped({ term, isOpen }: TypedTerm, word: string): boolean {
  return isOpen ? word.startsWith(term) : word === term;
}

/** True when the typed words stand in a text one after the other. */
export function hasRun({ terms, isOpen }: TypedWords, words: readonly string[]): boolean {
  return words.some((_, start) =>
    terms.every((term, position) =>
      isTyped({ term, isOpen: isOpen && position === terms.length - 1 }, words[start + position] ?? ''),
    ),
  );
}
