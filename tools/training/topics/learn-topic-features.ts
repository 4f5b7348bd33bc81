import { TOPIC_FEATURES } from '../../../lib/topics/find/features';
import { roundFeature } from '../../../lib/topics/vocabulary/topics-file';
import { keywordTopics, type LearntTopics, type ReadPaper, wholeNames } from './learn-topics';

/** How often names occur in texts outside the feed. */
export interface OtherTexts {
  readonly count: number;
  /** Texts that have a name, by key. */
  readonly having: ReadonlyMap<string, number>;
}

/** Number of papers that the expectation counts for, beside a topic's own counts. */
const SMOOTHING = 4;
const SMOOTHING_PART = 3;
const SMOOTHING_KIN = 2;
const MAX_LENGTH = 6;

/** For one kind of mention: the papers with it, and those that also have the name as a keyword. */
interface Tally {
  readonly mentions: Float64Array;
  readonly hits: Float64Array;
}

/** Learns the features of each topic that do not depend on the text. Shape: topics × `TOPIC_FEATURES`. */
export function learnTopicFeatures(
  papers: readonly ReadPaper[],
  topics: LearntTopics,
  others: OtherTexts,
): readonly (readonly number[])[] {
  const { keys } = topics;
  const { late, all, once, title } = tallyMentions(papers, topics);
  const lengthOf = (key: string): number => Math.min(MAX_LENGTH, key.split(' ').length);
  const byLength = Array.from({ length: MAX_LENGTH + 1 }, (_, length) => {
    const ofLength = keys.flatMap((key, topic) => (lengthOf(key) === length ? [topic] : []));
    return (sumAt(late.hits, ofLength) + 1) / (sumAt(late.mentions, ofLength) + 4);
  });
  const kin = learnKin(keys, all);

  return keys.map((key, topic) => {
    const mean = byLength[lengthOf(key)] ?? 0;
    const terms = key.split(' ');
    const byLast = kin.last(terms.at(-1) ?? '', topic, mean);
    const byTerm = terms.map((term) => kin.any(term, topic, mean));
    const kinMean = byTerm.reduce((sum, odds) => sum + odds, 0) / byTerm.length;
    const expected = chanceOf((byLast + kinMean) / 2);
    const withKin = mixed(late, topic, expected, SMOOTHING);
    const texts = others.having.get(key) ?? 0;
    const features: Record<(typeof TOPIC_FEATURES)[number], number> = {
      chance: logOdds(mixed(late, topic, mean, SMOOTHING)),
      'chance, all papers': logOdds(mixed(all, topic, mean, 2)),
      'chance, with kin': logOdds(withKin),
      'chance, once': logOdds(mixed(once, topic, withKin, SMOOTHING_PART)),
      'chance, title': logOdds(mixed(title, topic, withKin, SMOOTHING_PART)),
      'kin by last term': byLast,
      'kin, mean': kinMean,
      'kin, least': Math.min(...byTerm),
      papers: Math.log(1 + (topics.papers[topic] ?? 0)),
      rarity: Math.log((1 + others.count) / (1 + texts)) - RARITY_MIDDLE,
      'keywords to texts': Math.log((1 + (all.hits[topic] ?? 0)) / (1 + texts)),
    };
    return TOPIC_FEATURES.map((feature) => roundFeature(features[feature]));
  });
}

/** Centres the rarity of names between −8 and 8. */
const RARITY_MIDDLE = 5;

function tallyMentions(papers: readonly ReadPaper[], { keys, finder }: LearntTopics) {
  const newTally = (): Tally => ({
    mentions: new Float64Array(keys.length),
    hits: new Float64Array(keys.length),
  });
  const tallies = { late: newTally(), all: newTally(), once: newTally(), title: newTally() };
  const count = ({ mentions, hits }: Tally, topic: number, isTrue: boolean, weight = 1): void => {
    mentions[topic] = (mentions[topic] ?? 0) + weight;
    if (isTrue) hits[topic] = (hits[topic] ?? 0) + weight;
  };
  for (const paper of papers) {
    const own = keywordTopics(paper, finder);
    const found = finder.find(paper.terms);
    const whole = wholeNames(found);
    const inTitle = new Set(whole.filter(({ from }) => from < paper.titleTerms).map(({ topic }) => topic));
    for (const topic of new Set(whole.map((name) => name.topic))) {
      const isTrue = own.has(topic);
      count(tallies.late, topic, isTrue, paper.weight);
      count(tallies.all, topic, isTrue);
      if (inTitle.has(topic)) count(tallies.title, topic, isTrue);
      if (found.filter((name) => name.topic === topic).length === 1) count(tallies.once, topic, isTrue);
    }
  }
  return tallies;
}

/** Log odds of other names that share a term: "attention" makes technical terms, "performance" does not. */
function learnKin(keys: readonly string[], { mentions, hits }: Tally) {
  interface Sum {
    hits: number;
    mentions: number;
  }
  // A frequent name must not speak for all its kin.
  const share = (topic: number): number => 1 / Math.sqrt(1 + (mentions[topic] ?? 0));
  const last = new Map<string, Sum>();
  const any = new Map<string, Sum>();
  const add = (sums: Map<string, Sum>, term: string, topic: number): void => {
    const sum = sums.get(term) ?? { hits: 0, mentions: 0 };
    sum.hits += (hits[topic] ?? 0) * share(topic);
    sum.mentions += (mentions[topic] ?? 0) * share(topic);
    sums.set(term, sum);
  };
  for (const [topic, key] of keys.entries()) {
    const terms = key.split(' ');
    add(last, terms.at(-1) ?? '', topic);
    for (const term of new Set(terms)) add(any, term, topic);
  }
  const oddsIn =
    (sums: ReadonlyMap<string, Sum>) =>
    (term: string, topic: number, mean: number): number => {
      const sum = sums.get(term) ?? { hits: 0, mentions: 0 };
      const otherHits = Math.max(0, sum.hits - (hits[topic] ?? 0) * share(topic));
      const others = Math.max(otherHits, sum.mentions - (mentions[topic] ?? 0) * share(topic));
      return logOdds((otherHits + SMOOTHING_KIN * mean) / (others + SMOOTHING_KIN));
    };
  return { last: oddsIn(last), any: oddsIn(any) };
}

function mixed({ hits, mentions }: Tally, topic: number, expected: number, weight: number): number {
  return ((hits[topic] ?? 0) + weight * expected) / ((mentions[topic] ?? 0) + weight);
}

const sumAt = (numbers: Float64Array, positions: readonly number[]): number =>
  positions.reduce((sum, position) => sum + (numbers[position] ?? 0), 0);
const logOdds = (chance: number): number => {
  const kept = Math.min(0.999, Math.max(0.001, chance));
  return Math.log(kept / (1 - kept));
};
const chanceOf = (odds: number): number => 1 / (1 + Math.exp(-odds));
