import { candidatesIn, type Knowledge, TOPIC_FEATURES } from '../../../lib/topics/find/features';
import { readSurroundings } from '../../../lib/topics/find/mentions';
import { rewritesOf, type RewriteTables } from '../../../lib/topics/vocabulary/rewrites';
import type { LearntTopicsFile } from '../../../lib/topics/vocabulary/topics-file';
import { type Example, growTrees } from './grow-trees';
import { type JudgedMention, learnNeighbours } from './learn-neighbours';
import { learnTopicFeatures, type OtherTexts } from './learn-topic-features';
import {
  keywordTopics,
  learnTopics,
  type LearntTopics,
  type ReadPaper,
  readForLearning,
  wholeNames,
} from './learn-topics';
import type { CollectedPaper } from '../../collections/papers';

/** Number of parts; what we know of a part's names is learnt from the others, as for papers not yet seen. */
const FOLDS = 5;
/** Consecutive days that go to one part, because lists repeat themselves from day to day. */
const DAYS_TOGETHER = 3;

/** Learns everything in the file of topics except the rewrites, from papers with keywords and dates. */
export function learnFile(
  papers: readonly CollectedPaper[],
  tables: RewriteTables,
  others: OtherTexts,
): Omit<LearntTopicsFile, 'facts'> {
  const rewrites = rewritesOf(tables);
  const read = readForLearning(papers, rewrites);
  const learn = (from: readonly ReadPaper[]): Learnt => {
    const topics = learnTopics(from, rewrites, others.having);
    return { topics, ...learnKnowledge(from, topics, others) };
  };
  const examples: Example[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const isOwn = ({ dayNumber }: ReadPaper): boolean =>
      Math.floor(dayNumber / DAYS_TOGETHER) % FOLDS === fold;
    const learnt = learn(read.filter((paper) => !isOwn(paper)));
    for (const paper of read.filter(isOwn)) examples.push(...examplesIn(paper, learnt));
  }
  const { topics, rows, before, after } = learn(read);
  return {
    trees: growTrees(examples),
    topics: topics.keys.map((key, topic) => ({
      key,
      name: topics.names[topic] ?? key,
      features: rows[topic] ?? [],
    })),
    before,
    after,
    rewrites: { ...tables, acronyms: neededAcronyms(tables, topics) },
    aliases: topics.aliases,
  };
}

interface Learnt extends ReturnType<typeof learnKnowledge> {
  readonly topics: LearntTopics;
}

/** Learns what the tagger will ask about names and their neighbours. */
function learnKnowledge(papers: readonly ReadPaper[], topics: LearntTopics, others: OtherTexts) {
  const rows = learnTopicFeatures(papers, topics, others);
  const chance = TOPIC_FEATURES.indexOf('chance');
  const expectedOf = (topic: number): number => 1 / (1 + Math.exp(-(rows[topic]?.[chance] ?? 0)));
  const { before, after } = learnNeighbours(papers.flatMap((paper) => judgedIn(paper, topics, expectedOf)));
  const knowledge: Knowledge = {
    fillFeatures: (features, topic) => features.set(rows[topic] ?? []),
    before: (term) => before.get(term) ?? 0,
    after: (term) => after.get(term) ?? 0,
  };
  return { rows, before, after, knowledge };
}

function judgedIn(
  paper: ReadPaper,
  { finder }: LearntTopics,
  expectedOf: (topic: number) => number,
): readonly JudgedMention[] {
  const own = keywordTopics(paper, finder);
  return wholeNames(finder.find(paper.terms)).map((name) => {
    const { before, after } = readSurroundings(paper.text, paper.terms, name);
    return { isTrue: own.has(name.topic), expected: expectedOf(name.topic), before, after };
  });
}

/** The names in a paper's text, as examples. */
function examplesIn(paper: ReadPaper, { topics, knowledge }: Learnt): readonly Example[] {
  const own = keywordTopics(paper, topics.finder);
  const candidates = candidatesIn(paper, topics.finder.find(paper.terms), knowledge);
  return candidates.map(({ topic, features }) => ({
    features,
    isTrue: own.has(topic),
    weight: paper.weight,
  }));
}

/** The short forms of topics or of parts of them; the others would only make the file longer. */
function neededAcronyms(
  { acronyms }: RewriteTables,
  { keys, aliases }: LearntTopics,
): RewriteTables['acronyms'] {
  const names = [...keys, ...aliases.keys()].map((key) => ` ${key} `).join('|');
  return new Map([...acronyms].filter(([, { terms }]) => names.includes(` ${terms.join(' ')} `)));
}
