import { canonicalKey } from '../../../lib/topics/vocabulary/canonical-terms';
import type { ReadText } from '../../../lib/topics/find/features';
import { readText } from '../../../lib/topics/find/create-topics';
import { isTopicLike } from '../../../lib/topics/vocabulary/variants';
import { createNameFinder, type Found, type NameFinder } from '../../../lib/topics/find/find-names';
import type { Rewrites } from '../../../lib/topics/vocabulary/rewrites';
import { learnAliases, nameOf } from './names';
import type { CollectedPaper } from '../../collections/papers';
import { increase } from './text-statistics';

/** What decides which keywords become topics. */
export const VOCABULARY = {
  /** Papers that must name it: a keyword of one paper is its own coinage. */
  minPapers: 2,
  /** Fewer papers suffice if this many other texts have the name: it is the field's, not one group's. */
  minPapersKnown: 1,
  minTexts: 3,
  /** A name that is less often a keyword where it occurs says little: "downstream performance". */
  minChance: 0.3,
  /** Readers look for what this many papers name, though many mention it in passing: "video generation". */
  commonPapers: 10,
  minChanceCommon: 0.15,
  /** Days after which a paper counts half, because names come and go. */
  halfLifeDays: 180,
} as const;

/** Subjects that people look for although many texts mention them in passing, by key. */
const SUBJECTS: ReadonlySet<string> = new Set([
  'artificial intelligence',
  'autonomous driving',
  'computer vision',
  'decision making',
  'distillation',
  'generalization',
  'information retrieval',
  'interpretability',
  'machine learning',
  'natural language processing',
  'navigation',
  'personalization',
  'planning',
  'privacy',
  'question answering',
  'remote sensing',
  'robotic',
  'robustness',
  'safety',
  'security',
  'simulation',
  'speech recognition',
  'translation',
]);

const MS_PER_DAY = 86_400_000;

/** A paper of the feed, read for learning. */
export interface ReadPaper extends ReadText {
  /** Its list's day, counted from the first one's. */
  readonly dayNumber: number;
  /** Its keywords as written, by canonical key. */
  readonly keywords: ReadonlyMap<string, string>;
  /** How much it counts, 0 to 1. */
  readonly weight: number;
}

/** Reads the papers once for all that follows; the last day counts in full. */
export function readForLearning(papers: readonly CollectedPaper[], rewrites: Rewrites): readonly ReadPaper[] {
  const lastMs = Math.max(...papers.map(({ date }) => Date.parse(date)));
  const days = [...new Set(papers.map(({ date }) => date))].toSorted();
  const dayNumbers = new Map(days.map((day, number) => [day, number]));
  return papers.map(({ title, abstract, keywords, date }) => ({
    ...readText(title, abstract, rewrites),
    dayNumber: dayNumbers.get(date) ?? 0,
    keywords: new Map(keywords.map((keyword) => [canonicalKey(keyword, rewrites), keyword])),
    weight: 2 ** ((Date.parse(date) - lastMs) / MS_PER_DAY / VOCABULARY.halfLifeDays),
  }));
}

/** The topics of a feed with their counts. */
export interface LearntTopics {
  readonly keys: readonly string[];
  readonly names: readonly string[];
  /** Papers that have each as a keyword, under any of its keys. */
  readonly papers: readonly number[];
  /** Other keys of the topics: `flow matching model` for `flow matching`. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Knows keys and aliases. */
  readonly finder: NameFinder;
}

/** Chooses topics among the papers' keywords; `textsWith`: how many other texts have a name. */
export function learnTopics(
  papers: readonly ReadPaper[],
  rewrites: Rewrites,
  textsWith: ReadonlyMap<string, number>,
): LearntTopics {
  const spellings = spellingsOf(papers);
  const uses = new Map([...spellings].map(([key, ways]) => [key, sum(ways.values())]));
  const aliases = learnAliases(uses);
  const together = new Map(uses);
  for (const [alias, key] of aliases) increase(together, key, uses.get(alias));
  const papersOf = (key: string): number => together.get(key) ?? 0;
  const isNamed = (key: string): boolean =>
    papersOf(key) >= VOCABULARY.minPapers ||
    (papersOf(key) >= VOCABULARY.minPapersKnown &&
      key.includes(' ') &&
      (textsWith.get(key) ?? 0) >= VOCABULARY.minTexts);
  const named = [...uses.keys()].filter((key) => !aliases.has(key) && isTopicLike(key) && isNamed(key));
  const { hits, mentions } = countMentions(papers, createFinder(named, aliases), named.length);
  const isTopic = (key: string, topic: number): boolean => {
    const { commonPapers, minChance, minChanceCommon } = VOCABULARY;
    const least = papersOf(key) >= commonPapers ? minChanceCommon : minChance;
    return SUBJECTS.has(key) || (hits[topic] ?? 0) >= least * (mentions[topic] ?? 0);
  };
  const keys = named.filter(isTopic);
  const finder = createFinder(keys, aliases);
  return {
    keys,
    names: keys.map((key) => nameOf(spellings.get(key) ?? new Map([[key, 1]]), rewrites)),
    papers: keys.map(papersOf),
    aliases: new Map([...aliases].filter(([, key]) => finder.topicOf(key) !== undefined)),
    finder,
  };
}

/** The names that are not part of a longer one. */
export function wholeNames(found: readonly Found[]): readonly Found[] {
  let reachBefore = 0;
  let reach = 0;
  return found.filter((name, position) => {
    if (found[position - 1]?.from !== name.from) reachBefore = reach;
    reach = Math.max(reach, name.to);
    return name.to > reachBefore && found[position + 1]?.from !== name.from;
  });
}

/** For each key, the spellings of its keywords and how many papers use each. */
function spellingsOf(papers: readonly ReadPaper[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const spellings = new Map<string, Map<string, number>>();
  for (const { keywords } of papers) {
    for (const [key, keyword] of keywords) {
      const ways = spellings.get(key) ?? new Map<string, number>();
      increase(ways, keyword);
      spellings.set(key, ways);
    }
  }
  spellings.delete('');
  return spellings;
}

function createFinder(keys: readonly string[], aliases: ReadonlyMap<string, string>): NameFinder {
  const finder = createNameFinder();
  const topics = new Map(keys.map((key, topic) => [key, topic]));
  for (const [key, topic] of topics) finder.add(key, topic);
  for (const [alias, key] of aliases) {
    const topic = topics.get(key);
    if (topic !== undefined) finder.add(alias, topic);
  }
  return finder;
}

/** For each name, the weight of the papers that mention it, and of those that also have it as a keyword. */
function countMentions(papers: readonly ReadPaper[], finder: NameFinder, count: number) {
  const mentions = new Float64Array(count);
  const hits = new Float64Array(count);
  for (const paper of papers) {
    const own = keywordTopics(paper, finder);
    for (const topic of new Set(wholeNames(finder.find(paper.terms)).map((name) => name.topic))) {
      mentions[topic] = (mentions[topic] ?? 0) + paper.weight;
      if (own.has(topic)) hits[topic] = (hits[topic] ?? 0) + paper.weight;
    }
  }
  return { mentions, hits };
}

/** The topics that a paper has as keywords. */
export function keywordTopics({ keywords }: ReadPaper, finder: NameFinder): ReadonlySet<number | undefined> {
  return new Set([...keywords.keys()].map((key) => finder.topicOf(key)));
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
