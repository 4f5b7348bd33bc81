import type { PaperFacts } from '../model/paper';
import type { Reason, ReasonPlace } from '../model/related';
import { isStopTerm } from '../text/stop-words';
import { wordsOf } from '../text/words';
import { rarity } from './bm25';
import type { Contribution } from './contributions';
import { MAX_CHARS, wordIdOf } from './features';
import type { QueryPaper } from './rank-query';
import { isName, type Phrase, phrasesOf, tellingTerms } from './shared-phrases';
import type { WordModel } from './word-model';

const MAX_PHRASES = 4;
/** Words shown of a paper with which no phrase is shared. */
const MAX_LONE_WORDS = 2;
/** A lone word must be about this rare (1 paper in 12) to be a reason, and stand in a title or be a name. */
const MIN_LONE_RARITY = 2.5;
const LINK = /https?:\/\/\S+/gi;

type PhraseReason = Extract<Reason, { kind: 'phrase' }>;
type Texts = Pick<PaperFacts, 'abstract' | 'title'>;

/** The phrases that a paper shares with the query, `share` in units of the score; and all other words. */
export interface FoundPhrases {
  readonly phrases: readonly PhraseReason[];
  readonly rest: readonly Contribution[];
}

/** A shared phrase with what it is chosen by. */
interface SharedPhrase {
  /** As the paper first writes it. */
  readonly phrase: string;
  readonly telling: readonly string[];
  /** What its telling words bring, wherever they stand. */
  readonly part: number;
  readonly isLone: boolean;
  readonly places: readonly ReasonPlace[];
}

/**
 * Makes the function that finds the shared phrases of a paper, strongest first.
 *
 * Shape: each starts and ends with a telling word; no two share one. A phrase's part is that of its telling
 * words, wherever they stand.
 */
export function createPhraseFinder(
  model: WordModel,
  query: QueryPaper,
): (paper: Texts, contributions: readonly Contribution[]) => FoundPhrases {
  const known = new Set(
    [query.title, query.abstract].flatMap((text) => readPhrases(text)).map(({ id }) => id),
  );
  const queryTitle = tellingIn(query.title);
  return (paper, contributions) => {
    const phrases = sharedPhrases(known, paper, partsByTerm(contributions));
    const titles = new Set([...queryTitle, ...tellingIn(paper.title)]);
    const chosen = choose(phrases, titles, (term) => rarity(model, wordIdOf(model, term)));
    const used = new Set(chosen.flatMap(({ telling }) => telling));
    return {
      phrases: chosen.map(({ phrase, part, places }) => ({ kind: 'phrase', phrase, share: part, places })),
      rest: contributions.filter(({ term }) => !used.has(term)),
    };
  };
}

function sharedPhrases(
  known: ReadonlySet<string>,
  paper: Texts,
  parts: ReadonlyMap<string, number>,
): readonly SharedPhrase[] {
  const places = new Map<string, ReasonPlace[]>();
  for (const field of ['title', 'abstract'] as const) {
    for (const { id, start, end } of readPhrases(paper[field], known)) {
      const found = places.get(id);
      if (found === undefined) places.set(id, [{ field, start, end }]);
      else found.push({ field, start, end });
    }
  }
  return [...places].map(([id, all]) => {
    const telling = tellingTerms({ id });
    const part = telling.reduce((sum, term) => sum + (parts.get(term) ?? 0), 0);
    const [first] = all;
    const phrase = first === undefined ? '' : (paper[first.field] ?? '').slice(first.start, first.end);
    return { phrase, telling, part, isLone: !id.includes(' '), places: all };
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
  // A paper that was found shares something: then words stand in, those of the titles first.
  const isFallback = tellingPhrases.length === 0;
  const isFirst = (shared: SharedPhrase) => (isFallback ? isInTitle(shared) : !shared.isLone);
  // A phrase says more than a lone word, however rare.
  const ranked = (isFallback ? phrases : tellingPhrases).toSorted(
    (a, b) => Number(isFirst(b)) - Number(isFirst(a)) || b.part - a.part,
  );
  const chosen: SharedPhrase[] = [];
  const used = new Set<string>();
  for (const shared of ranked) {
    // A phrase that has a word of one before it would count that word twice.
    if (shared.telling.some((term) => used.has(term))) continue;
    for (const term of shared.telling) used.add(term);
    chosen.push(shared);
    if (chosen.length === (isFallback ? MAX_LONE_WORDS : MAX_PHRASES)) break;
  }
  return chosen.toSorted((a, b) => b.part - a.part);
}

/**
 * The part of the score that each word has, wherever it stands; a phrase of the model counts for its last
 * word.
 */
function partsByTerm(contributions: readonly Contribution[]): ReadonlyMap<string, number> {
  const parts = new Map<string, number>();
  for (const { term, part } of contributions) parts.set(term, (parts.get(term) ?? 0) + part);
  return parts;
}

function tellingIn(text: string): readonly string[] {
  return wordsOf(text.slice(0, MAX_CHARS))
    .map(({ term }) => term)
    .filter((term) => !isStopTerm(term));
}

/** Reads as far as the score does. Two links to one site share no phrase. */
function readPhrases(text = '', shared?: ReadonlySet<string>): readonly Phrase[] {
  const read = text.slice(0, MAX_CHARS).replace(LINK, (link) => '/'.repeat(link.length));
  return phrasesOf(read, shared);
}
