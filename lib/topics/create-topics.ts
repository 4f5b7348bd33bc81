import { canonicalKey, canonicalTerms } from './canonical-terms';
import { candidatesIn, type Odds } from './clues';
import { createFeedNames } from './feed-names';
import { createNameFinder } from './find-names';
import type { TopicsFile } from './topics-file';
import type { CategoryName, TaggedPaper, Topic, Topics } from './types';

/** Weights that are not learnt. */
const TAGGING = {
  /** Most names a paper gets. */
  maxNames: 5,
  maxCategories: 3,
  /** Log odds added to a paper's own keywords: they come before what is only found in the text. */
  ownKeyword: 8,
  /** Log odds below which a name found in the text is no topic of the paper: a chance of one in ten. */
  minLogOdds: Math.log(0.1 / 0.9),
  /** A text is read up to here: an abstract has 1,500 characters, a mistaken full text a hundred times that. */
  maxChars: 20_000,
} as const;

export interface TopicsOptions {
  /** All that a paper's `categories` may name. */
  readonly categories: readonly CategoryName[];
}

/** Makes the topics of a parsed file; the feed's own come by `count`. Cost: some 5 ms for 2,000 topics. */
export function createTopics(file: TopicsFile, { categories }: TopicsOptions): Topics {
  const { rewrites } = file;
  const finder = createNameFinder();
  const keys = file.topics.map(({ key }) => key);
  const logOdds = file.topics.map(({ chance }) => Math.log(chance / (1 - chance)));
  for (const [topic, { key }] of file.topics.entries()) finder.add(key, topic);
  for (const [alias, key] of file.aliases) {
    const topic = finder.topicOf(key);
    if (topic !== undefined) finder.add(alias, topic);
  }

  const odds: Odds = {
    chanceOf: (topic) => logOdds[topic] ?? 0,
    before: (term) => file.before.get(term) ?? 0,
    after: (term) => file.after.get(term) ?? 0,
  };

  const feedNames = createFeedNames((key) => {
    const chance =
      file.chancesByLength[Math.min(key.split(' ').length, file.chancesByLength.length - 1)] ?? 0.5;
    finder.add(key, keys.length);
    logOdds.push(Math.log(chance / (1 - chance)));
    keys.push(key);
  });

  const categoriesById = new Map<string, Topic>();
  const categoriesByKey = new Map<string, Topic>();
  for (const { id, name } of categories) {
    const topic: Topic = { key: canonicalKey(name, rewrites), name, kind: 'category' };
    categoriesById.set(id.toLowerCase(), topic);
    categoriesByKey.set(topic.key, topic);
  }

  const nameOfTopic = (topic: number): string | undefined =>
    file.topics[topic]?.name ?? feedNames.nameOf(keys[topic] ?? '');
  const topicOf = (key: string): number | undefined => {
    const topic = finder.topicOf(key);
    return topic === undefined || nameOfTopic(topic) === undefined ? undefined : topic;
  };

  const namesOf = ({ title, abstract = '', keywords }: TaggedPaper): readonly number[] => {
    const scores = new Map<number, number>();
    const text = `${title}. ${abstract}`.slice(0, TAGGING.maxChars);
    const terms = canonicalTerms(text, rewrites);
    const found = finder.find(terms).filter(({ topic }) => nameOfTopic(topic) !== undefined);
    for (const { topic, clues } of candidatesIn(text, terms, found, odds)) {
      scores.set(
        topic,
        clues.reduce((sum, clue, place) => sum + clue * (file.weights[place] ?? 0), 0),
      );
    }
    for (const topic of new Set(keywords.map((keyword) => topicOf(canonicalKey(keyword, rewrites))))) {
      if (topic !== undefined)
        scores.set(topic, (scores.get(topic) ?? logOdds[topic] ?? 0) + TAGGING.ownKeyword);
    }
    return [...scores]
      .filter(([topic, score]) => score >= TAGGING.minLogOdds && nameOfTopic(topic) !== undefined)
      .toSorted(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b)
      .slice(0, TAGGING.maxNames)
      .map(([topic]) => topic);
  };

  return {
    version: file.version,

    topicsOf(paper) {
      const names = namesOf(paper).map((topic): Topic => ({
        key: keys[topic] ?? '',
        name: nameOfTopic(topic) ?? '',
        kind: 'name',
      }));
      const taken = new Set(names.map(({ key }) => key));
      const own = paper.categories.map((id) => categoriesById.get(id.toLowerCase()));
      // Two categories may bear one name: `cs.SY` and `eess.SY`.
      const others = own.filter(
        (topic) => topic !== undefined && !taken.has(topic.key) && taken.add(topic.key),
      );
      return [...names, ...others.filter((topic) => topic !== undefined).slice(0, TAGGING.maxCategories)];
    },

    keyOf(name) {
      const category = categoriesById.get(name.trim().toLowerCase());
      if (category !== undefined) return category.key;
      const key = canonicalKey(name, rewrites);
      // A short form that is also a common word is known when it is all there is: `clip`.
      const long = rewrites.acronyms.get(key)?.terms.join(' ') ?? key;
      const topic = topicOf(key) ?? topicOf(long);
      return topic !== undefined ? (keys[topic] ?? null) : (categoriesByKey.get(key)?.key ?? null);
    },

    nameOf(key) {
      const topic = topicOf(key);
      return (topic === undefined ? categoriesByKey.get(key)?.name : nameOfTopic(topic)) ?? null;
    },

    count(keywords, step) {
      for (const [key, name] of new Map(
        keywords.map((keyword) => [canonicalKey(keyword, rewrites), keyword]),
      )) {
        const topic = finder.topicOf(key);
        if (key !== '' && !file.plain.has(key) && (topic === undefined || topic >= file.topics.length))
          feedNames.count(key, name, step);
      }
    },
  };
}
