import type { Rewrites } from '../../lib/topics/canonical-terms';
import { CLUES } from '../../lib/topics/clues';
import { packTopicsFile, parseTopicsFile, type TopicsFile } from '../../lib/topics/topics-file';
import type { TaggedPaper } from '../../lib/topics/types';

/** A few rewrites of each kind. */
export const REWRITES: Rewrites = {
  terms: new Map([['optimisation', 'optimization']]),
  pairs: new Map([['multi', new Map([['modal', 'multimodal']])]]),
  acronyms: new Map([
    ['llm', { terms: ['large', 'language', 'model'], anyCase: true }],
    ['clip', { terms: ['contrastive', 'language', 'image', 'pretraining'], anyCase: false }],
  ]),
};

/** What is learnt: the chance, and that a name that is a part of a longer one is none. */
const WEIGHTS = CLUES.map(
  (clue) => ({ always: 0, chance: 1, mentions: 1, covered: -4 })[clue as string] ?? 0,
);

/** A file of topics with the given names and their chances, read back as the worker reads it. */
export function topicsFile(
  chances: Readonly<Record<string, number>>,
  overrides: Partial<Omit<TopicsFile, 'topics' | 'version'>> = {},
): TopicsFile {
  return parseTopicsFile(
    packTopicsFile({
      facts: new Map([['made', 'for tests']]),
      weights: WEIGHTS,
      chancesByLength: [0.2, 0.2, 0.4],
      before: new Map(),
      after: new Map(),
      rewrites: REWRITES,
      aliases: new Map(),
      plain: new Set(),
      topics: Object.entries(chances).map(([key, chance]) => ({ key, name: `${key}s`, chance })),
      ...overrides,
    }),
  );
}

/** A paper as the tagger reads it. */
export function taggedPaper(overrides: Partial<TaggedPaper> = {}): TaggedPaper {
  return { title: '', categories: [], keywords: [], ...overrides };
}
