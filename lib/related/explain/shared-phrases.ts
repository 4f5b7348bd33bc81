import { isStopTerm } from '../../text/stop-words';
import { isPhraseGap } from '../rank/features';
import type { FieldWords, PaperWord } from '../segments/paper-words';

/** Longest phrase, in words. */
const MAX_WORDS = 4;

/** Adjacent words of a text that two papers may share. */
export interface Phrase {
  /** Its terms, joined by spaces: the same however the phrase is written. */
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
export function phrasesOf(
  { text, words }: Pick<FieldWords, 'text' | 'words'>,
  shared?: ReadonlySet<string>,
): readonly Phrase[] {
  const phrases: Phrase[] = [];
  for (const [position, { isStop }] of words.entries()) {
    if (!isStop) pushPhrases(phrases, text, words, position, shared);
  }
  return phrases;
}

function pushPhrases(
  phrases: Phrase[],
  text: string,
  words: readonly PaperWord[],
  from: number,
  shared: ReadonlySet<string> | undefined,
): void {
  let before: PaperWord | undefined;
  let start = 0;
  let id = '';
  for (let position = from; position < from + MAX_WORDS; position++) {
    const word = words[position];
    if (word === undefined) return;
    if (before === undefined) [id, start] = [word.term, word.start];
    else if (isPhraseGap(text, before.end, word.start)) id = `${id} ${word.term}`;
    else return;
    before = word;
    if (word.isStop) continue;
    // The beginning of a phrase is a phrase too: if the other text lacks it, it has no longer one.
    if (shared !== undefined && !shared.has(id)) return;
    phrases.push({ id, start, end: word.end });
  }
}

/** The terms of a phrase. */
export function termsOf({ id }: Pick<Phrase, 'id'>): readonly string[] {
  return id.split(' ');
}

/** Its telling terms, each once: "agents for agents" has one. */
export function tellingTerms(phrase: Pick<Phrase, 'id'>): readonly string[] {
  return [...new Set(termsOf(phrase))].filter((term) => !isStopTerm(term));
}

/** Spelled like a name: `ImageNet`, `LoRA`, `GRPO`. A capital first letter may only begin a sentence. */
export function isName(word: string): boolean {
  return /.\p{Lu}|\p{L}\d|\d\p{L}/u.test(word);
}
