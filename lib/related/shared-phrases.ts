import { isStopTerm } from '../text/stop-words';
import { type Word, wordsOf } from '../text/words';

/** Longest phrase, in words. */
const MAX_WORDS = 4;

/** Words of a text that two papers may share, in one place. */
export interface Phrase {
  /** Its terms with spaces between: the same however the phrase is written. */
  readonly id: string;
  /** Offsets into the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/**
 * Every run of 1 to 4 words that starts and ends with a telling word and does not cross a stop; only those of
 * `shared`, the ids of all phrases of another text, when it is given.
 *
 * Cost: linear in the words.
 */
export function phrasesOf(text: string, shared?: ReadonlySet<string>): readonly Phrase[] {
  const words = wordsOf(text);
  const phrases: Phrase[] = [];
  for (const [place, { term }] of words.entries()) {
    if (!isStopTerm(term)) pushPhrases(phrases, text, words, place, shared);
  }
  return phrases;
}

function pushPhrases(
  phrases: Phrase[],
  text: string,
  words: readonly Word[],
  from: number,
  shared: ReadonlySet<string> | undefined,
): void {
  const start = words[from]?.start ?? 0;
  let id = '';
  for (let place = from; place < from + MAX_WORDS; place++) {
    const word = words[place];
    const before = words[place - 1];
    if (word === undefined) return;
    if (place > from && before !== undefined && /[^\s'’-]/.test(text.slice(before.end, word.start))) return;
    id = place === from ? word.term : `${id} ${word.term}`;
    if (isStopTerm(word.term)) continue;
    // The beginning of a phrase is a phrase too: without it the other text has no longer one.
    if (shared !== undefined && !shared.has(id)) return;
    phrases.push({ id, start, end: word.end });
  }
}

/** The terms of a phrase. */
export function termsOf({ id }: Pick<Phrase, 'id'>): readonly string[] {
  return id.split(' ');
}

/** Its telling terms, each once: in "agents for agents" there is one. */
export function tellingTerms(phrase: Pick<Phrase, 'id'>): readonly string[] {
  return [...new Set(termsOf(phrase))].filter((term) => !isStopTerm(term));
}

/** Spelled like a name: `ImageNet`, `LoRA`, `GRPO`. A capital first letter may only begin a sentence. */
export function isName(word: string): boolean {
  return /.\p{Lu}|\p{L}\d|\d\p{L}/u.test(word);
}
