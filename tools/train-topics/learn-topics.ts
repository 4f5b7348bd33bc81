import {
  canonicalKey,
  canonicalTerms,
  type CanonicalTerm,
  type Rewrites,
} from '../../lib/topics/canonical-terms';
import { isTopicLike } from '../../lib/topics/feed-names';
import { createNameFinder, type Found, type NameFinder } from '../../lib/topics/find-names';
import { learnAliases } from './learn-aliases';
import { nameOf } from './name-of';
import type { TrainingPaper } from './read-papers';
import { increase } from './text-statistics';

/** What decides which keywords become topics. */
export const VOCABULARY = {
  /** Papers that must name it: one paper's keyword is its own coinage, two papers' may be one group's. */
  minPapers: 3,
  /** A name in the text that is a keyword less often says nothing: "benchmark", "accuracy". */
  minChance: 0.15,
  /** Days after which a paper counts half: names come and go. */
  halfLifeDays: 180,
  /** Papers' worth of the average that a name's own chance is mixed with. */
  smoothing: 4,
} as const;

/** Subjects that many texts mention in passing, and that people look for all the same, by key. */
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
const MAX_LENGTH = 6;

/** A paper of the feed as the learning reads it. */
export interface ReadPaper {
  readonly text: string;
  readonly terms: readonly CanonicalTerm[];
  /** Its keywords by canonical key, as written. */
  readonly keywords: ReadonlyMap<string, string>;
  /** How much it counts, 0 to 1. */
  readonly weight: number;
}

/** Reads the papers once for all that follows; `lastDay` is the day that counts in full. */
export function readForLearning(papers: readonly TrainingPaper[], rewrites: Rewrites): readonly ReadPaper[] {
  const lastMs = Math.max(...papers.map(({ date }) => Date.parse(date)));
  return papers.map(({ title, abstract, keywords, date }) => {
    const text = `${title}. ${abstract}`;
    return {
      text,
      terms: canonicalTerms(text, rewrites),
      keywords: new Map(keywords.map((keyword) => [canonicalKey(keyword, rewrites), keyword])),
      weight: 2 ** ((Date.parse(date) - lastMs) / MS_PER_DAY / VOCABULARY.halfLifeDays),
    };
  });
}

/** The topics of a feed with what is counted of them. */
export interface LearntTopics {
  readonly keys: readonly string[];
  readonly names: readonly string[];
  /** Other keys of the topics: `flow matching model` for `flow matching`. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Keys that enough papers have, and that are no topics. */
  readonly plain: readonly string[];
  /** Knows keys and aliases. */
  readonly finder: NameFinder;
  /**
   * The smoothed chance of a topic; `without` a paper that has the name in its text, and perhaps as a
   * keyword.
   */
  readonly chanceOf: (
    topic: number,
    without?: { readonly weight: number; readonly isKeyword: boolean },
  ) => number;
  /** The chance of a name that is no topic yet, by its number of terms. */
  readonly chancesByLength: readonly number[];
}

/** Chooses the topics of the papers' keywords and counts how often a name in the text is a keyword. */
export function learnTopics(papers: readonly ReadPaper[], rewrites: Rewrites): LearntTopics {
  const spellings = spellingsOf(papers);
  const uses = new Map([...spellings].map(([key, ways]) => [key, sum(ways.values())]));
  const aliases = learnAliases(uses);
  const together = new Map(uses);
  for (const [alias, key] of aliases) increase(together, key, uses.get(alias));
  const named = [...uses.keys()].filter(
    (key) => !aliases.has(key) && isTopicLike(key) && (together.get(key) ?? 0) >= VOCABULARY.minPapers,
  );
  const all = countMentions(papers, named, aliases);
  const isTopic = (key: string, topic: number): boolean =>
    SUBJECTS.has(key) || (all.hits[topic] ?? 0) >= VOCABULARY.minChance * (all.mentions[topic] ?? 0);
  const keys = named.filter(isTopic);
  const { hits, mentions, finder } = countMentions(papers, keys, aliases);

  const lengthOf = (key: string): number => Math.min(MAX_LENGTH, key.split(' ').length);
  const chancesByLength = Array.from({ length: MAX_LENGTH + 1 }, (_, length) => {
    const ofLength = keys.flatMap((key, topic) => (lengthOf(key) === length ? [topic] : []));
    return (
      (sum(ofLength.map((topic) => hits[topic] ?? 0)) + 1) /
      (sum(ofLength.map((topic) => mentions[topic] ?? 0)) + 4)
    );
  });

  return {
    keys,
    names: keys.map((key) => nameOf(spellings.get(key) ?? new Map([[key, 1]]), rewrites)),
    aliases: new Map([...aliases].filter(([, key]) => finder.topicOf(key) !== undefined)),
    plain: named.filter((key, topic) => !isTopic(key, topic)),
    finder,
    chancesByLength,
    chanceOf(topic, without = { weight: 0, isKeyword: false }) {
      const { smoothing } = VOCABULARY;
      const mean = chancesByLength[lengthOf(keys[topic] ?? '')] ?? 0;
      const hit = Math.max(0, (hits[topic] ?? 0) - (without.isKeyword ? without.weight : 0));
      const mention = Math.max(hit, (mentions[topic] ?? 0) - without.weight);
      return (hit + smoothing * mean) / (mention + smoothing);
    },
  };
}

/** The names that are no part of a longer one. */
export function wholeNames(found: readonly Found[]): readonly Found[] {
  let reachBefore = 0;
  let reach = 0;
  return found.filter((name, place) => {
    if (found[place - 1]?.from !== name.from) reachBefore = reach;
    reach = Math.max(reach, name.to);
    return name.to > reachBefore && found[place + 1]?.from !== name.from;
  });
}

/** Per key, the ways its keywords are written and how many papers write it so. */
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

/** Per name, the weight of the papers that mention it, and of those that also have it as a keyword. */
function countMentions(
  papers: readonly ReadPaper[],
  keys: readonly string[],
  aliases: ReadonlyMap<string, string>,
) {
  const finder = createNameFinder();
  const topics = new Map(keys.map((key, topic) => [key, topic]));
  for (const [key, topic] of topics) finder.add(key, topic);
  for (const [alias, key] of aliases) {
    const topic = topics.get(key);
    if (topic !== undefined) finder.add(alias, topic);
  }
  const mentions = new Float64Array(keys.length);
  const hits = new Float64Array(keys.length);
  for (const paper of papers) {
    const own = keywordTopics(paper, finder);
    for (const topic of new Set(wholeNames(finder.find(paper.terms)).map((name) => name.topic))) {
      mentions[topic] = (mentions[topic] ?? 0) + paper.weight;
      if (own.has(topic)) hits[topic] = (hits[topic] ?? 0) + paper.weight;
    }
  }
  return { mentions, hits, finder };
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
