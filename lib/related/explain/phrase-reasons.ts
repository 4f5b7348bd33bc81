import type { Reason, ReasonPosition } from '../../model/related';
import { rarity } from '../rank/bm25';
import type { Contributions } from './contributions';
import { wordIdOf } from '../rank/features';
import type { FieldWords } from '../segments/paper-words';
import { isName, type Phrase, phrasesOf, tellingTerms } from './shared-phrases';
import type { WordModel } from '../model/word-model';

const MAX_PHRASES = 4;
/** Number of words shown for a paper that shares no phrase. */
const MAX_LONE_WORDS = 2;
/** A lone word must be about this rare (1 paper in 12) to be a reason, and stand in a title or be a name. */
const MIN_LONE_RARITY = 2.5;
const LINK = /https?:\/\/\S+/gi;

type PhraseReason = Extract<Reason, { kind: 'phrase' }>;

/** The phrases that a paper shares with the query. */
export interface FoundPhrases {
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
    const telling = tellingTerms({ id });
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
