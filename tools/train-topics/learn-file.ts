import type { Rewrites } from '../../lib/topics/canonical-terms';
import { candidatesIn } from '../../lib/topics/clues';
import type { TopicsFile } from '../../lib/topics/topics-file';
import { type Judged, learnNeighbours, type Neighbours } from './learn-neighbours';
import {
  keywordTopics,
  learnTopics,
  type LearntTopics,
  type ReadPaper,
  readForLearning,
} from './learn-topics';
import { type Example, fitLogistic, probability, weigh } from './logistic';
import type { TrainingPaper } from './read-papers';

/**
 * Learns everything of a topics' file but the rewrites from papers with keywords and dates. The weights are
 * fitted twice: without the words beside names, then with what these say of the errors that were left.
 */
export function learnFile(
  papers: readonly TrainingPaper[],
  rewrites: Rewrites,
): Omit<TopicsFile, 'facts' | 'version'> {
  const read = readForLearning(papers, rewrites);
  const learnt = learnTopics(read, rewrites);
  const mentions = read.flatMap((paper) => mentionsIn(paper, learnt));
  const firstWeights = fitLogistic(mentions);
  const judged = mentions.map((mention) => ({
    ...mention,
    expected: probability(weigh(mention.clues, firstWeights)),
  }));
  const neighbours = learnNeighbours(judged);
  const weights = fitLogistic(judged.map((mention) => withNeighbours(mention, neighbours)));
  return {
    weights: weights.map(round),
    chancesByLength: learnt.chancesByLength.map(round),
    before: rounded(neighbours.effects('before')),
    after: rounded(neighbours.effects('after')),
    rewrites: { ...rewrites, acronyms: neededAcronyms(rewrites, learnt) },
    aliases: learnt.aliases,
    plain: new Set(learnt.plain),
    topics: learnt.keys.map((key, topic) => ({
      key,
      name: learnt.names[topic] ?? key,
      chance: Math.min(0.999, Math.max(0.001, round(learnt.chanceOf(topic)))),
    })),
  };
}

type Mention = Example & Omit<Judged, 'expected'>;

/**
 * The names in a paper's text; a name's chance is counted without that very paper, as for a paper not yet
 * seen.
 */
function mentionsIn(paper: ReadPaper, { finder, chanceOf }: LearntTopics): readonly Mention[] {
  const { text, terms, weight } = paper;
  const own = keywordTopics(paper, finder);
  const before = new Map<number, string[]>();
  const after = new Map<number, string[]>();
  // The first fit knows nothing of the words beside a name; they are only taken down.
  const takeDown = (places: Map<number, string[]>, term: string, topic: number): number => {
    places.set(topic, [...(places.get(topic) ?? []), term]);
    return 0;
  };
  const candidates = candidatesIn(text, terms, finder.find(terms), {
    chanceOf(topic) {
      const chance = chanceOf(topic, { weight, isKeyword: own.has(topic) });
      return Math.log(chance / (1 - chance));
    },
    before: (term, topic) => takeDown(before, term, topic),
    after: (term, topic) => takeDown(after, term, topic),
  });
  return candidates.map(({ topic, clues }) => ({
    clues,
    isTrue: own.has(topic),
    before: before.get(topic) ?? [],
    after: after.get(topic) ?? [],
  }));
}

/** The last two clues are those of the words beside the name (`CLUES`). */
function withNeighbours(mention: Judged & Example, neighbours: Neighbours): Example {
  const mean = (side: 'after' | 'before'): number =>
    mention[side].reduce((sum, term) => sum + neighbours.effectOf(side, term, mention), 0) /
    Math.max(1, mention[side].length);
  return { isTrue: mention.isTrue, clues: [...mention.clues.slice(0, -2), mean('before'), mean('after')] };
}

/** The short forms that stand for a topic or for a part of one; the others would only make the file longer. */
function neededAcronyms({ acronyms }: Rewrites, { keys, aliases }: LearntTopics): Rewrites['acronyms'] {
  const names = [...keys, ...aliases.keys()].map((key) => ` ${key} `).join('|');
  return new Map([...acronyms].filter(([, { terms }]) => names.includes(` ${terms.join(' ')} `)));
}

const rounded = (effects: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map([...effects].map(([term, effect]) => [term, round(effect)]));

const round = (number: number): number => Math.round(number * 1000) / 1000;
