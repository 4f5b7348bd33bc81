import type { PaperFacts } from '../../model/paper/paper';
import { canonicalKey, canonicalTerms } from '../vocabulary/canonical-terms';
import { candidatesIn, FEATURES, type ReadText } from './features';
import type { Rewrites } from '../vocabulary/rewrites';
import type { TopicsFile } from '../vocabulary/topics-file';
import { logOddsOf } from './trees';
import { variantsOf } from '../vocabulary/variants';

/** A subject that papers share, under its canonical name. */
export interface Topic {
  /**
   * Identifies a topic in every session: the folded terms of the canonical name, joined with a space (`large
   * language model`). An arXiv category and a name with the same spelling (Robotics) are one topic.
   */
  readonly key: string;
  /** What people read: `large language models`. */
  readonly name: string;
  /** A name that papers share, or an arXiv category. */
  readonly kind: 'category' | 'name';
}

/** What the tagger reads of a paper or page. */
export type TaggedPaper = Pick<PaperFacts, 'abstract' | 'categories' | 'keywords' | 'title'>;

/** An arXiv category, as the sources' table has it. */
export interface CategoryName {
  /** As arXiv writes it: `cs.CL`. */
  readonly id: string;
  readonly name: string;
}

/** The topics that Paperkin knows. */
export interface Topics {
  /** It changes with the shipped file: topics stored under another version must be found again. */
  readonly version: string;

  /**
   * The topics of a paper, best first: at most five names, its own keywords before what its text has, weighed
   * by what was learnt from the feed; then at most three arXiv categories by their readable names. If there
   * is room for five only, show the first five.
   *
   * Errors: none; an empty text without keywords and categories gives an empty list. Cost: some 0.2 ms for an
   * abstract of 1,500 characters; a text is read up to 20,000.
   */
  topicsOf(paper: TaggedPaper): readonly Topic[];

  /**
   * The canonical key of a name as people or sources write it (`LLMs`, `Large-Language Model (LLM)`,
   * `cs.CL`), also for a keyword of the feed or a typed `topic:` query. Null for a name that is not a known
   * topic.
   */
  keyOf(name: string): string | null;

  /** Every known topic: those of the shipped file, and the categories. Cost: some 5 ms. */
  all(): readonly Topic[];

  /** What to show for a key of `keyOf` or `topicsOf`; null for a key that is not a known topic. */
  nameOf(key: string): string | null;
}

/** Weights that are not learnt. */
const TAGGING = {
  /** Most names a paper gets. */
  maxNames: 5,
  maxCategories: 3,
  /** Log odds added to a paper's own keywords: they come before names that are only found in the text. */
  ownKeyword: 8,
  /** Log odds below which a name found in the text is no topic of the paper: a chance of one in ten. */
  minLogOdds: Math.log(0.1 / 0.9),
  /** The limit for a text: an abstract has 1,500 characters, a full text in its place a hundred times as many. */
  maxChars: 20_000,
} as const;

export interface TopicsOptions {
  /** All that a paper's `categories` may name. */
  readonly categories: readonly CategoryName[];
}

/** Makes the topics of a parsed file. */
export function createTopics(file: TopicsFile, { categories }: TopicsOptions): Topics {
  const { rewrites } = file;
  const category = readCategories(categories, rewrites);

  const topicOf = (key: string): number | undefined => {
    // A short form that is also a common word is recognised if it stands alone: `clip`.
    const long = key.includes(' ') ? key : (rewrites.acronym(key)?.terms.join(' ') ?? key);
    return file.topicOf(key) ?? file.topicOf(long) ?? firstOf(variantsOf(key), file.topicOf);
  };

  const topicAt = (topic: number): Topic => ({
    key: file.keyAt(topic),
    name: file.nameAt(topic),
    kind: 'name',
  });

  /** The log odds of a name that the text lacks. */
  function chanceOf(topic: number): number {
    const features = new Float32Array(FEATURES.length);
    file.fillFeatures(features, topic);
    return features[FEATURES.indexOf('chance')] ?? 0;
  }

  const namesOf = ({ title, abstract = '', keywords }: TaggedPaper): readonly number[] => {
    const scores = new Map<number, number>();
    const text = readText(title, abstract, rewrites);
    for (const { topic, features } of candidatesIn(text, file.find(text.terms), file)) {
      scores.set(topic, logOddsOf(file.trees, features));
    }
    for (const topic of new Set(keywords.map((keyword) => topicOf(canonicalKey(keyword, rewrites))))) {
      if (topic !== undefined) scores.set(topic, (scores.get(topic) ?? chanceOf(topic)) + TAGGING.ownKeyword);
    }
    return [...scores]
      .filter(([, score]) => score >= TAGGING.minLogOdds)
      .toSorted(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b)
      .slice(0, TAGGING.maxNames)
      .map(([topic]) => topic);
  };

  return {
    version: file.version,

    topicsOf(paper) {
      const names = namesOf(paper).map(topicAt);
      const taken = new Set(names.map(({ key }) => key));
      const own = paper.categories.map((id) => category.withId(id));
      // Two categories may have the same name: `cs.SY` and `eess.SY`.
      const others = own.filter(
        (topic) => topic !== undefined && !taken.has(topic.key) && taken.add(topic.key),
      );
      return [...names, ...others.filter((topic) => topic !== undefined).slice(0, TAGGING.maxCategories)];
    },

    keyOf(name) {
      const byId = category.withId(name.trim());
      if (byId !== undefined) return byId.key;
      const key = canonicalKey(name, rewrites);
      const topic = topicOf(key);
      return topic !== undefined ? file.keyAt(topic) : (category.withKey(key)?.key ?? null);
    },

    all() {
      const names = Array.from({ length: file.size }, (_, topic) => topicAt(topic));
      const taken = new Set(names.map(({ key }) => key));
      return [...names, ...category.all().filter(({ key }) => !taken.has(key))];
    },

    nameOf(key) {
      const topic = file.topicOf(key);
      return (topic === undefined ? category.withKey(key)?.name : file.nameAt(topic)) ?? null;
    },
  };
}

/** Title and abstract as the tagger reads them, up to a limit. */
export function readText(title: string, abstract: string, rewrites: Rewrites): ReadText {
  const text = `${title}. ${abstract}`.slice(0, TAGGING.maxChars);
  const terms = canonicalTerms(text, rewrites);
  return { text, terms, titleTerms: terms.filter(({ start }) => start < title.length).length };
}

/** Categories by id and key, read on demand, since few of the 155 are ever needed. */
function readCategories(categories: readonly CategoryName[], rewrites: Rewrites) {
  const named = new Map(categories.map(({ id, name }) => [id.toLowerCase(), name]));
  const byName = new Map<string, Topic>();
  let byKey: ReadonlyMap<string, Topic> | null = null;
  const topicOf = (name: string): Topic => {
    const topic = byName.get(name) ?? { key: canonicalKey(name, rewrites), name, kind: 'category' };
    byName.set(name, topic);
    return topic;
  };
  const keyed = (): ReadonlyMap<string, Topic> => {
    byKey ??= new Map(Array.from(named.values(), topicOf).map((topic) => [topic.key, topic]));
    return byKey;
  };
  return {
    withId(id: string): Topic | undefined {
      const name = named.get(id.toLowerCase());
      return name === undefined ? undefined : topicOf(name);
    },
    withKey: (key: string): Topic | undefined => keyed().get(key),
    all: (): readonly Topic[] => [...keyed().values()],
  };
}

function firstOf<T>(keys: readonly string[], find: (key: string) => T | undefined): T | undefined {
  for (const key of keys) {
    const found = find(key);
    if (found !== undefined) return found;
  }
  return undefined;
}
