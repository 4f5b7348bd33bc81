import type { CanonicalTerm } from '../vocabulary/canonical-terms';
import type { Found } from './find-names';
import { type Mention, mentionsByTopic, readSurroundings, type Surroundings } from './mentions';

/** What is known about a topic independent of the text; all are logarithms. */
export const TOPIC_FEATURES = [
  /** Log odds that a paper with the name in its text has it as a keyword; recent papers count more. */
  'chance',
  /**
   * The same with all papers alike; with what its words say if there are few papers; with one mention; in
   * titles.
   */
  'chance, all papers',
  'chance, with kin',
  'chance, once',
  'chance, title',
  /** Log odds of other names with its last term; of those with any of its terms, the mean and the least. */
  'kin by last term',
  'kin, mean',
  'kin, least',
  /** Papers that have it as a keyword. */
  'papers',
  /** How rare it is in the texts of other papers, and how often it is a keyword in comparison. */
  'rarity',
  'keywords to texts',
] as const;

/**
 * What a text says about a name in it. "Whole" mentions are not part of a longer known name; otherwise all
 * count.
 */
const TEXT_FEATURES = [
  'whole mentions',
  'mentions',
  /** 1 when each mention is part of a longer known name: "agents" where the text has "coding agents". */
  'covered',
  /** How often a longer name contains it, and the best chance of these. */
  'longer names',
  'chance of a longer name',
  /** Known names inside it. */
  'names inside',
  'in the title',
  /** Where it is first and last mentioned, from 0 (start) to 1 (end), and in terms from the abstract's start. */
  'first position',
  'first position in the abstract',
  'last position',
  'spread',
  'terms',
  'letters',
  /** Share of mentions without another word that counts before, after, on both sides. */
  'free before',
  'free after',
  'free',
  /** What the words before and after it say ("through X", "X-based"): the mean and the most. */
  'word before',
  'word after',
  'best word before',
  'best word after',
  'defined',
  'short form',
  'capital',
  'hyphen',
  'in a list',
  'starts a clause',
  'ends a clause',
  'length of the text',
] as const;

/** What the other names in the text say about it. */
const RIVAL_FEATURES = [
  /** Other names with a whole mention, and how many of them are expected to be topics. */
  'rivals',
  'rivals expected',
  'rank by chance',
] as const;

type TextFeature = (typeof TEXT_FEATURES)[number];
type RivalFeature = (typeof RIVAL_FEATURES)[number];

/**
 * What speaks for or against a name as a topic of a text. The trees (`trees.ts`) refer to features by number:
 * another order needs other trees.
 */
export const FEATURES: readonly string[] = [...TOPIC_FEATURES, ...TEXT_FEATURES, ...RIVAL_FEATURES];

const CHANCE = TOPIC_FEATURES.indexOf('chance');
const CHANCE_WITH_KIN = TOPIC_FEATURES.indexOf('chance, with kin');

/** What was learnt about names and the words beside them. */
export interface Knowledge {
  /** Writes the topic's features to the front of the list. */
  fillFeatures(features: Float32Array, topic: number): void;
  /** What the term beside a mention adds to the log odds; '' when there is none in the sentence. */
  before(term: string): number;
  after(term: string): number;
}

/** A name found in a text, and what speaks for or against it. */
export interface Candidate {
  readonly topic: number;
  /** Shape: one per feature. */
  readonly features: Float32Array;
}

/** A text as the tagger reads it. */
export interface ReadText {
  readonly text: string;
  readonly terms: readonly CanonicalTerm[];
  /** How many of the terms are the title's. */
  readonly titleTerms: number;
}

/** The names of a text with their features. Cost: linear in names found. */
export function candidatesIn(
  text: ReadText,
  found: readonly Found[],
  knowledge: Knowledge,
): readonly Candidate[] {
  const candidates = Array.from(mentionsByTopic(found), ([topic, mentions]) => {
    const whole = mentions.filter(({ longer }) => longer.length === 0);
    const features = new Float32Array(FEATURES.length);
    knowledge.fillFeatures(features, topic);
    const said = textFeatures(text, { mentions, whole }, knowledge);
    features.set(
      TEXT_FEATURES.map((name) => said[name]),
      TOPIC_FEATURES.length,
    );
    return { topic, features, isWhole: whole.length > 0 };
  });
  const expected = candidates.map(({ features, isWhole }) =>
    isWhole ? chanceOf(features[CHANCE_WITH_KIN] ?? 0) : 0,
  );
  const rivals = candidates.filter(({ isWhole }) => isWhole).length;
  const all = expected.reduce((sum, chance) => sum + chance, 0);
  for (const [position, { features }] of candidates.entries()) {
    const own = features[CHANCE_WITH_KIN] ?? 0;
    const rank = candidates.filter((other) => (other.features[CHANCE_WITH_KIN] ?? 0) > own).length;
    const others: Readonly<Record<RivalFeature, number>> = {
      rivals,
      'rivals expected': all - (expected[position] ?? 0),
      'rank by chance': rank,
    };
    features.set(
      RIVAL_FEATURES.map((name) => others[name]),
      TOPIC_FEATURES.length + TEXT_FEATURES.length,
    );
  }
  return candidates;
}

interface Mentions {
  readonly mentions: readonly Mention[];
  readonly whole: readonly Mention[];
}

function textFeatures(
  { text, terms, titleTerms }: ReadText,
  { mentions, whole }: Mentions,
  knowledge: Knowledge,
): Readonly<Record<TextFeature, number>> {
  const used = whole.length > 0 ? whole : mentions;
  const around = used.map((mention) => readSurroundings(text, terms, mention));
  const share = (is: (one: Surroundings, position: number) => boolean): number =>
    around.filter(is).length / around.length;
  const before = around.map((one) => knowledge.before(one.before));
  const after = around.map((one) => knowledge.after(one.after));
  const first = mentions[0]?.from ?? 0;
  const last = mentions.at(-1)?.from ?? 0;
  const length = lengthOf(mentions);
  const longer = mentions.flatMap((mention) => mention.longer);
  const inside = new Set(mentions.flatMap((mention) => [...mention.inside]));
  const start = terms[first]?.start ?? 0;
  const end = terms[first + length - 1]?.end ?? start;
  return {
    'whole mentions': whole.length,
    mentions: mentions.length,
    covered: whole.length === 0 ? 1 : 0,
    'longer names': longer.length,
    'chance of a longer name': Math.max(0, ...longer.map((name) => longerChance(name, knowledge))),
    'names inside': inside.size,
    'in the title': first < titleTerms ? 1 : 0,
    'first position': first / terms.length,
    'first position in the abstract': first - titleTerms,
    'last position': last / terms.length,
    spread: (last - first) / terms.length,
    terms: length,
    letters: end - start,
    'free before': share((one) => one.isFreeBefore),
    'free after': share((one) => one.isFreeAfter),
    free: share((one) => one.isFreeBefore && one.isFreeAfter),
    'word before': mean(before),
    'word after': mean(after),
    'best word before': Math.max(...before),
    'best word after': Math.max(...after),
    defined: around.some((one) => one.isDefined) ? 1 : 0,
    'short form': around.some((one) => one.isShort) ? 1 : 0,
    capital: share((one, position) => one.hasCapital && (used[position]?.from ?? 0) >= titleTerms),
    hyphen: share((one) => one.hasHyphen),
    'in a list': share((one) => one.isListed),
    'starts a clause': share((one) => one.before === ''),
    'ends a clause': share((one) => one.after === ''),
    'length of the text': terms.length,
  };
}

function longerChance({ topic }: Found, knowledge: Knowledge): number {
  const features = new Float32Array(TOPIC_FEATURES.length);
  knowledge.fillFeatures(features, topic);
  return chanceOf(features[CHANCE] ?? 0);
}

const lengthOf = ([first]: readonly Mention[]): number => (first === undefined ? 0 : first.to - first.from);
const chanceOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
