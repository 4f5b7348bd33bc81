import type { Reason, ReasonPosition } from '../../model/related';
import { isStopTerm } from '../../text/stop-words';
import { rarity } from '../rank/bm25';
import type { Contributions } from './contributions';
import { isPhraseGap, wordIdOf } from '../rank/features';
import type { FieldWords, PaperWord } from '../segments/paper-words';
import type { WordModel } from '../model/word-model';

const MAX_PHRASES = 4;
/** Longest phrase, in words. */
const MAX_WORDS = 4;
/** Number of words shown for a paper that shares no phrase. */
const MAX_LONE_WORDS = 2;
/** A lone word must be about this rare (1 paper in 12) to be a reason, and stand in a title or be a name. */
const MIN_LONE_RARITY = 2.5;
const LINK = /https?:\/\/\S+/gi;

type PhraseReason = Extract<Reason, { kind: 'phrase' }>;

/** The phrases that a paper shares with the query. */
interface FoundPhrases {
  /** `share` in units of the score. */
  readonly phrases: readonly PhraseReason[];
  /** The words that they account for, wherever those occur. */
  readonly terms: ReadonlySet<string>;
}

/** A shared phrase with what decides its choice. */
interface SharedPhrase {
  /** As the paper first writes it. */
  readonly phrase: string;
  readonly telling: readonly string[];
  /** What its telling words contribute, wherever they occur. */
  readonly part: number;
  readonly isLone: boolean;
  readonly positions: readonly ReasonPosition[];
}

/**
 * Makes the function that finds the shared phrases of a paper, strongest first.
 *
 * Shape: each starts and ends with a telling word; no two share one. A phrase's part is that of its telling
 * words, wherever they occur.
 */
export function createPhraseFinder(
  model: WordModel,
  query: readonly FieldWords[],
): (paper: readonly FieldWords[], contributions: Contributions) => FoundPhrases {
  const known = new Set(query.flatMap((field) => readPhrases(field)).map(({ id }) => id));
  const queryTitle = titleTerms(query);
  return (paper, contributions) => {
    const phrases = sharedPhrases(known, paper, partsByTerm(contributions));
    const titles = new Set([...queryTitle, ...titleTerms(paper)]);
    const chosen = choose(phrases, titles, (term) => rarity(model, wordIdOf(model, term)));
    return {
      phrases: chosen.map(({ phrase, part, positions }) => ({
        kind: 'phrase',
        phrase,
        share: part,
        positions,
      })),
      terms: new Set(chosen.flatMap(({ telling }) => telling)),
    };
  };
}

function sharedPhrases(
  known: ReadonlySet<string>,
  paper: readonly FieldWords[],
  parts: ReadonlyMap<string, number>,
): readonly SharedPhrase[] {
  const found = new Map<string, { readonly phrase: string; readonly positions: ReasonPosition[] }>();
  for (const fieldWords of paper) {
    const { field, text } = fieldWords;
    for (const { id, start, end } of readPhrases(fieldWords, known)) {
      const first = found.get(id);
      const position = { field, start, end };
      if (first === undefined) found.set(id, { phrase: text.slice(start, end), positions: [position] });
      else first.positions.push(position);
    }
  }
  return [...found].map(([id, { phrase, positions }]) => {
    const telling = tellingTerms(id);
    const part = telling.reduce((sum, term) => sum + (parts.get(term) ?? 0), 0);
    return { phrase, telling, part, isLone: !id.includes(' '), positions };
  });
}

function choose(
  phrases: readonly SharedPhrase[],
  titles: ReadonlySet<string>,
  rarityOf: (term: string) => number,
): readonly SharedPhrase[] {
  const isInTitle = ({ telling: [term = ''] }: SharedPhrase) => titles.has(term);
  const isTelling = (shared: SharedPhrase) =>
    !shared.isLone ||
    (rarityOf(shared.telling[0] ?? '') >= MIN_LONE_RARITY && (isInTitle(shared) || isName(shared.phrase)));
  const tellingPhrases = phrases.filter(isTelling);
  // A paper that was found shares something: single words stand in, those of the titles first.
  const isFallback = tellingPhrases.length === 0;
  const isFirst = (shared: SharedPhrase) => (isFallback ? isInTitle(shared) : !shared.isLone);
  // A phrase says more than a lone word, however rare.
  const ranked = (isFallback ? phrases : tellingPhrases).toSorted(
    (a, b) => Number(isFirst(b)) - Number(isFirst(a)) || b.part - a.part,
  );
  const chosen: SharedPhrase[] = [];
  const used = new Set<string>();
  for (const shared of ranked) {
    // A phrase that repeats a word of an earlier one would count that word twice.
    if (shared.telling.some((term) => used.has(term))) continue;
    for (const term of shared.telling) used.add(term);
    chosen.push(shared);
    if (chosen.length === (isFallback ? MAX_LONE_WORDS : MAX_PHRASES)) break;
  }
  return chosen.toSorted((a, b) => b.part - a.part);
}

/** Each word's part of the score, wherever it occurs; a phrase of the model counts for its last word. */
function partsByTerm({ occurrences, parts }: Contributions): ReadonlyMap<string, number> {
  const byTerm = new Map<string, number>();
  for (const [position, { term }] of occurrences.entries()) {
    byTerm.set(term, (byTerm.get(term) ?? 0) + (parts[position] ?? 0));
  }
  return byTerm;
}

function titleTerms([title]: readonly FieldWords[]): readonly string[] {
  return (title?.words ?? []).flatMap(({ term, isStop }) => (isStop ? [] : [term]));
}

/** Two links to one site share no phrase. */
function readPhrases(field: FieldWords, shared?: ReadonlySet<string>): readonly Phrase[] {
  const links = Array.from(field.text.matchAll(LINK), ({ 0: link, index }) => [index, index + link.length]);
  if (links.length === 0) return phrasesOf(field, shared);
  const isLinked = ({ start: position }: { readonly start: number }) =>
    links.some(([start = 0, end = 0]) => position >= start && position < end);
  return phrasesOf({ ...field, words: field.words.filter((word) => !isLinked(word)) }, shared);
}

/** Adjacent words of a text that two papers may share. */
interface Phrase {
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

/** The telling terms of a phrase, each once: "agents for agents" has one. */
function tellingTerms(id: string): readonly string[] {
  return [...new Set(id.split(' '))].filter((term) => !isStopTerm(term));
}

/** Spelled like a name: `ImageNet`, `LoRA`, `GRPO`. A capital first letter may only begin a sentence. */
export function isName(word: string): boolean {
  return /.\p{Lu}|\p{L}\d|\d\p{L}/u.test(word);
}
