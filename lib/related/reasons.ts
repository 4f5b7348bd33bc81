import { fold } from '../model/fold';
import type { PaperFacts } from '../model/paper';
import type { Reason, RelatedQuery } from '../model/related';
import { isStopTerm } from '../text/stop-words';
import { wordsOf, type Word } from '../text/words';

/** Longest phrase, in words. */
const MAX_WORDS = 4;
const MAX_PHRASES = 4;
/** Words shown of a paper with which no phrase is shared. */
const MAX_LONE_WORDS = 2;
/** A lone word must be about this rare (1 paper in 12) to be a reason, and stand in a title or be a name. */
const MIN_LONE_RARITY = 2.5;

/**
 * Makes the function that says why a paper is related to the query: shared phrases as the paper writes them,
 * then shared authors and organisation.
 *
 * Shape: no phrase shares a telling word with another; each starts and ends with one; strongest first.
 *
 * Units: a phrase's share is the rarity of its words over that of all shared words; shares sum to at most 1.
 * Cost: the query's phrases are read once, then each call is linear in the paper's words.
 */
export function createReasonFinder(
  query: RelatedQuery,
  rarity: (term: string) => number,
): (paper: PaperFacts) => readonly Reason[] {
  const queryText = `${query.title}. ${query.abstract ?? ''}`;
  const known: KnownPhrases = {
    ids: new Set(phrasesOf(queryText).map(({ terms }) => terms.join(' '))),
    titleTerms: termsOf(query.title),
  };
  return (paper) => [...sharedPhrases(known, paper, rarity), ...sharedPeople(query, paper)];
}

interface Phrase {
  readonly phrase: string;
  readonly terms: readonly string[];
}

/** What the query has to share. */
interface KnownPhrases {
  readonly ids: ReadonlySet<string>;
  readonly titleTerms: readonly string[];
}

function sharedPhrases(
  known: KnownPhrases,
  paper: PaperFacts,
  rarity: (term: string) => number,
): readonly Reason[] {
  const shared = new Map<string, Phrase>();
  for (const text of [paper.title, paper.abstract ?? '']) {
    for (const phrase of phrasesOf(text)) {
      const id = phrase.terms.join(' ');
      if (known.ids.has(id) && !shared.has(id)) shared.set(id, phrase);
    }
  }
  const total = sum(telling([...shared.values()].flatMap(({ terms }) => terms)).map(rarity));
  const weight = ({ terms }: Phrase): number => sum(telling(terms).map(rarity));
  const titles = new Set([...known.titleTerms, ...termsOf(paper.title)]);
  const isTelling = ({ phrase, terms: [term = '', ...others] }: Phrase) =>
    others.length > 0 || (rarity(term) >= MIN_LONE_RARITY && (titles.has(term) || isName(phrase)));
  const phrases = [...shared.values()];
  const tellingPhrases = phrases.filter(isTelling);
  // A paper that was found shares something: then words stand in, those of the titles first.
  const isFallback = tellingPhrases.length === 0;
  const rank = ({ terms: [term = '', ...others] }: Phrase) =>
    Number(isFallback ? titles.has(term) : others.length > 0);
  // A phrase says more than a lone word, however rare.
  const ranked = (isFallback ? phrases : tellingPhrases).toSorted(
    (a, b) => rank(b) - rank(a) || weight(b) - weight(a),
  );
  const limit = isFallback ? MAX_LONE_WORDS : MAX_PHRASES;
  const chosen: Phrase[] = [];
  const used = new Set<string>();
  for (const phrase of ranked) {
    // A phrase none of whose words is new would count them twice.
    if (telling(phrase.terms).some((term) => used.has(term))) continue;
    for (const term of phrase.terms) used.add(term);
    chosen.push(phrase);
    if (chosen.length === limit) break;
  }
  return chosen.map((phrase) => ({ kind: 'phrase', phrase: phrase.phrase, share: weight(phrase) / total }));
}

/** Spelled like a name: `ImageNet`, `LoRA`, `GRPO`. A capital first letter may only begin a sentence. */
function isName(word: string): boolean {
  return /.\p{Lu}|\p{L}\d|\d\p{L}/u.test(word);
}

/** Every run of 1 to 4 words that starts and ends with a telling word and does not cross a stop. */
function phrasesOf(text: string): readonly Phrase[] {
  const words = wordsOf(text);
  return words.flatMap((first, start) => (isStopTerm(first.term) ? [] : phrasesFrom(text, words, start)));
}

function phrasesFrom(text: string, words: readonly Word[], start: number): readonly Phrase[] {
  const phrases: Phrase[] = [];
  const first = words[start];
  const terms: string[] = [];
  for (let end = start; first !== undefined && end < start + MAX_WORDS; end++) {
    const word = words[end];
    const before = words[end - 1];
    if (word === undefined) break;
    if (end > start && before !== undefined && /[^\s'’-]/.test(text.slice(before.end, word.start))) break;
    terms.push(word.term);
    if (!isStopTerm(word.term))
      phrases.push({ phrase: text.slice(first.start, word.end), terms: [...terms] });
  }
  return phrases;
}

function termsOf(text: string): readonly string[] {
  return wordsOf(text).map(({ term }) => term);
}

/** Each telling word once: in "agents for agents" there is one. */
function telling(terms: readonly string[]): readonly string[] {
  return [...new Set(terms)].filter((term) => !isStopTerm(term));
}

function sharedPeople(query: RelatedQuery, paper: PaperFacts): readonly Reason[] {
  const names = new Set(query.authors.map(fold));
  const authors = paper.authors
    .filter((name) => fold(name) !== '' && names.has(fold(name)))
    .map((name): Reason => ({ kind: 'author', name }));
  const { organisation } = paper;
  const isShared =
    organisation !== undefined &&
    fold(organisation) !== '' &&
    fold(organisation) === fold(query.organisation ?? '');
  return isShared ? [...authors, { kind: 'organisation', name: organisation }] : authors;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
