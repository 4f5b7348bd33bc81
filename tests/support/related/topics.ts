import type { CollectedPaper } from '../../../tools/collections/papers';
import { FEATURES, TOPIC_FEATURES } from '../../../lib/topics/find/features';
import { rewritesOf, type RewriteTables } from '../../../lib/topics/vocabulary/rewrites';
import {
  type LearntTopicsFile,
  packTopicsFile,
  parseTopicsFile,
  type TopicsFile,
} from '../../../lib/topics/vocabulary/topics-file';
import { TREE_DEPTH, type Trees } from '../../../lib/topics/find/trees';
import type { TaggedPaper } from '../../../lib/topics/find/create-topics';

/** A few rewrites of each kind. */
export const TABLES: RewriteTables = {
  terms: new Map([['optimisation', 'optimization']]),
  pairs: new Map([['multi', new Map([['modal', 'multimodal']])]]),
  acronyms: new Map([
    ['llm', { terms: ['large', 'language', 'model'], anyCase: true }],
    ['clip', { terms: ['contrastive', 'language', 'image', 'pretraining'], anyCase: false }],
  ]),
};
export const REWRITES = rewritesOf(TABLES);

/** A tree that asks one thing. */
interface Question {
  readonly feature: string;
  readonly above: number;
  readonly yes: number;
  readonly no?: number;
}

function trees(questions: readonly Question[]): Trees {
  const all = 2 ** TREE_DEPTH;
  return {
    features: Uint8Array.from(
      questions.flatMap(({ feature }) => Array<number>(TREE_DEPTH).fill(FEATURES.indexOf(feature))),
    ),
    thresholds: Float32Array.from(questions.flatMap(({ above }) => Array<number>(TREE_DEPTH).fill(above))),
    leaves: Float32Array.from(
      questions.flatMap(({ yes, no = 0 }) =>
        Array.from({ length: all }, (_, leaf) => (leaf === all - 1 ? yes : no)),
      ),
    ),
  };
}

/** The trees: the chance in steps of an eighth, and that part of a longer name is not a topic. */
const STEP = 0.125;
const TREES = trees([
  ...Array.from({ length: 64 }, (_, step) => ({ feature: 'chance', above: -4 + step * STEP, yes: STEP })),
  { feature: 'covered', above: 0.5, yes: -8, no: -4 },
  { feature: 'mentions', above: 1, yes: 1 },
]);

const featuresOf = (chance: number): readonly number[] =>
  TOPIC_FEATURES.map((feature) => (feature.startsWith('chance') ? Math.log(chance / (1 - chance)) : 0));

/** A learnt file of topics with the given names and chances. */
export function learntTopics(
  chances: Readonly<Record<string, number>>,
  overrides: Partial<Omit<LearntTopicsFile, 'topics'>> = {},
): LearntTopicsFile {
  return {
    facts: { made: 'for tests' },
    trees: TREES,
    before: new Map(),
    after: new Map(),
    rewrites: TABLES,
    aliases: new Map(),
    topics: Object.entries(chances).map(([key, chance]) => ({
      key,
      name: `${key}s`,
      features: featuresOf(chance),
    })),
    ...overrides,
  };
}

/** The bytes of such a file. */
export function topicsBytes(...learnt: Parameters<typeof learntTopics>): ArrayBuffer {
  return packTopicsFile(learntTopics(...learnt)).buffer;
}

/** Such a file, read back as the worker reads it. */
export function topicsFile(...learnt: Parameters<typeof learntTopics>): TopicsFile {
  return parseTopicsFile(topicsBytes(...learnt));
}

/** A paper as the tagger reads it. */
export function taggedPaper(overrides: Partial<TaggedPaper> = {}): TaggedPaper {
  return { title: '', categories: [], keywords: [], ...overrides };
}

/** A paper of a collection, as the training programs read it. */
export function collectedPaper(parts: Partial<CollectedPaper>): CollectedPaper {
  return { key: '', title: '', abstract: '', keywords: [], date: '2026-06-01', ...parts };
}
