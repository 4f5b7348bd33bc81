import { inverseFrequency } from '../rank/bm25';
import { wordIdOf } from '../rank/features';
import { nameTest } from './names';
import type { SearchQuery, TypedWords } from './query';
import { countedTerms, type TypedTerm } from './query';
import type { Segment } from '../segments/segment';
import { topicTest } from '../segments/segment-row';
import { WORD_IDS, type WordModel } from '../model/word-model';

/** Tests whether a row has something. Returns what that adds to its score, 0 if the row lacks it. */
export type RowTest = (segment: Segment, row: number) => number;

/** Saturation of repeated words, as in BM25. */
const K1 = 1.2;
/** A whole name outweighs the words beside it. */
const NAME_WEIGHT = 10;

/** Tests for the words and phrases: each word in the texts, or (plain words only) in a name. */
export function wordTests(model: WordModel, { words, phrases }: SearchQuery): readonly RowTest[] {
  const plain = countedTerms(words).map((word) => anyOf(textTest(model, word), nameTestOf(model, word)));
  const quoted = phrases.flatMap((phrase) => countedTerms(phrase).map((word) => textTest(model, word)));
  return [...plain, ...quoted];
}

/** Tests for authors and topics. Those for authors also pass chance hits and namesakes. */
export function filterTests({ authors, topics }: SearchQuery): readonly RowTest[] {
  return [...authors.map(authorTest), ...topics.map(topicTestOf)];
}

/**
 * How often the row has the word, weighed by how rare it is. The length of the text does not matter: all are
 * short.
 */
function textTest(model: WordModel, word: TypedTerm): RowTest {
  const { ids, rarity } = idsOf(model, word);
  const score = (times: number): number => (rarity * times) / (times + K1);
  const [only] = ids;
  if (ids.size === 1 && only !== undefined) {
    return ({ words, wordStarts }, row) =>
      score(timesIn(words, wordStarts[row] ?? 0, wordStarts[row + 1] ?? 0, only));
  }
  const isWanted = new Uint8Array(WORD_IDS);
  for (const id of ids) isWanted[id] = 1;
  return ({ words, wordStarts }, row) => {
    const end = wordStarts[row + 1] ?? 0;
    let times = 0;
    for (let position = wordStarts[row] ?? 0; position < end; position++)
      times += isWanted[words[position] ?? 0] ?? 0;
    return score(times);
  };
}

/** The ids of a typed word: its own, and if it is open those of all known words that begin with it. */
function idsOf(
  model: WordModel,
  { term, isOpen }: TypedTerm,
): { readonly ids: ReadonlySet<number>; readonly rarity: number } {
  const { documents, words } = model.header;
  const ids = new Set([wordIdOf(model, term)]);
  if (isOpen) {
    for (const [known, id] of model.rows) {
      // Words come first, then phrases.
      if (id >= words) break;
      if (known.startsWith(term)) ids.add(id);
    }
  }
  // A word that the model does not know has an id beyond its words and counts as extremely rare.
  const papers = [...ids].reduce(
    (sum, id) => sum + (id < words ? (model.documentFrequencies[id] ?? 0) : 0),
    0,
  );
  // A paper with several of the words counts several times: the total has to grow with it.
  return { ids, rarity: inverseFrequency(documents + papers, papers) };
}

/** Occurrences of an id in an ascending list. */
function timesIn(words: Uint16Array, start: number, end: number, id: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  let times = 0;
  while (low + times < end && words[low + times] === id) times++;
  return times;
}

/** A plain word that is part of a name counts as one occurrence. */
function nameTestOf(model: WordModel, word: TypedTerm): RowTest {
  const { rarity } = idsOf(model, word);
  const isNamed = nameTest(word.term, word.isOpen);
  return ({ people, peopleStarts }, row) =>
    someIn(people, peopleStarts[row] ?? 0, peopleStarts[row + 1] ?? 0, isNamed) ? rarity / (1 + K1) : 0;
}

/**
 * One word of the name is enough here, since a paper may have `J. Doe` for a typed `Jane Doe`; more words
 * score more. Later the full names decide.
 */
function authorTest({ terms, isOpen }: TypedWords): RowTest {
  const tests = terms.flatMap((term, position) =>
    term.length > 1 ? [nameTest(term, isOpen && position === terms.length - 1)] : [],
  );
  // An initial alone narrows nothing.
  if (tests.length === 0) return () => Number.EPSILON;
  return ({ people, peopleStarts }, row) => {
    const start = peopleStarts[row] ?? 0;
    const end = peopleStarts[row + 1] ?? 0;
    return (NAME_WEIGHT * tests.filter((test) => someIn(people, start, end, test)).length) / tests.length;
  };
}

function topicTestOf(key: string): RowTest {
  const hasTopic = topicTest(key);
  return (segment, row) => (hasTopic(segment, row) ? 1 : 0);
}

function anyOf(first: RowTest, second: RowTest): RowTest {
  return (segment, row) => first(segment, row) || second(segment, row);
}

function someIn(list: Uint32Array, start: number, end: number, test: (value: number) => boolean): boolean {
  for (let position = start; position < end; position++) if (test(list[position] ?? 0)) return true;
  return false;
}
