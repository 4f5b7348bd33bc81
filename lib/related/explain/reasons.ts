import { fold } from '../../model/paper/identity';
import type { PaperFacts } from '../../model/paper/paper';
import type { Reason } from '../../model/related';
import { createSplitter } from './contributions';
import { MAX_AUTHORS } from '../segments/encode';
import { findOccurrences, type Occurrence } from '../rank/features';
import { hashText } from '../../text/hash';
import { readWords } from '../segments/paper-words';
import type { QueryPaper, RankQuery } from '../rank/rank-query';
import { createPairFinder } from './word-pairs';
import { createPhraseFinder } from './phrase-reasons';
import { MAX_SHARED, WEIGHTS } from '../rank/weights';
import type { WordModel } from '../model/word-model';

/** The query of a look-up, and what the ranking made of it. */
export interface ExplainedQuery {
  readonly paper: QueryPaper;
  readonly ranked: RankQuery;
  /** The query's vector after feedback. */
  readonly vector: Float32Array;
  /** Its topics, best first. */
  readonly topics: readonly { readonly key: string; readonly name: string }[];
}

/** A paper of the answer, with what was read from it. */
export interface ExplainedPaper {
  readonly paper: Pick<PaperFacts, 'abstract' | 'authors' | 'organisation' | 'title'>;
  readonly score: number;
  /** Of its vector with the query's. */
  readonly cosine: number;
  /** Hashes of its topics' canonical keys, as its row has them. */
  readonly topics: Uint32Array;
}

/**
 * Makes the function that explains why a paper is related to the query: shared phrases as the paper writes
 * them, pairs of words close in meaning, shared topics, authors and organisation, and the rest.
 *
 * Computed from the parts of the score (`contributions.ts`, `weights.ts`): the shares sum to 1. Cost: the
 * query is read once, then some 0.3 ms a paper.
 */
export function createExplainer(
  model: WordModel,
  query: ExplainedQuery,
): (item: ExplainedPaper) => readonly Reason[] {
  const { ranked } = query;
  const findPhrases = createPhraseFinder(model, ranked.fields);
  const findPairs = createPairFinder(model, ranked);
  const split = createSplitter(model, ranked, query.vector);
  return (item) => {
    const fields = readWords(item.paper);
    const contributions = split(findOccurrences(model, fields), item.cosine);
    const { phrases, terms } = findPhrases(fields, contributions);
    const isOpen = (word: Occurrence): boolean => !terms.has(word.term) && isUnshared(word, ranked);
    const words: readonly Reason[] = [...phrases, ...findPairs(fields, contributions, isOpen)];
    const reasons = [...words, ...sharedTopics(query, item), ...sharedPeople(query.paper, item.paper)];
    // Shares are parts of the score; a paper scored 0 has no words that count, and no reasons.
    const shares = reasons.map((reason) => ({ ...reason, share: reason.share / (item.score || 1) }));
    return [...shares, { kind: 'rest', share: 1 - shares.reduce((sum, { share }) => sum + share, 0) }];
  };
}

/** True for a word of the paper that the query lacks. */
function isUnshared({ wordId }: Occurrence, { words }: RankQuery): boolean {
  return wordId !== null && words.table[wordId] === 0;
}

function sharedTopics(query: ExplainedQuery, { topics }: ExplainedPaper): readonly Reason[] {
  const shared = query.topics.filter(({ key }) => topics.includes(hashText(key)));
  return shared
    .slice(0, MAX_SHARED)
    .map(({ name }) => ({ kind: 'topic', topic: name, share: WEIGHTS.topic }));
}

function sharedPeople(
  query: QueryPaper,
  { authors, organisation = '' }: ExplainedPaper['paper'],
): readonly Reason[] {
  // As many as the ranking compares, each once.
  const names = new Set(query.authors.slice(0, MAX_AUTHORS).map(fold));
  const byName = new Map(authors.slice(0, MAX_AUTHORS).map((name) => [fold(name), name]));
  const shared = [...byName].flatMap(([folded, name]) => (folded !== '' && names.has(folded) ? [name] : []));
  const people = shared
    .slice(0, MAX_SHARED)
    .map((name): Reason => ({ kind: 'author', name, share: WEIGHTS.author }));
  const isShared = fold(organisation) !== '' && fold(organisation) === fold(query.organisation ?? '');
  return isShared
    ? [...people, { kind: 'organisation', name: organisation, share: WEIGHTS.organisation }]
    : people;
}
