import fc from 'fast-check';

const WORD = fc.constantFrom(
  'Coding agent',
  ..."agents flow-matching ocean waves tides repository the of GPT-4 unheard rl . $x_i$ 强化学习 agent's 🙂".split(
    ' ',
  ),
);

/** Texts of words that the small model of `word-model.ts` knows, and others. */
export const TEXT = fc.array(WORD, { maxLength: 30 }).map((words) => words.join(' '));

/** A title and an abstract. */
export const PAPER_TEXT = fc.record({ title: TEXT, abstract: TEXT });

/** Texts unlike an abstract, with their names. */
export const ODD_TEXTS: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['emoji only', '🙂🤖🙂'],
  ['LaTeX only', String.raw`$\mathcal{L}_{i} = \frac{x}{y}$`],
  ['Chinese', '强化学习，机器人控制'],
  ['stop words only', 'we propose a novel method for the task'],
  ['50,000 characters', 'coding agents read the repository. '.repeat(1500).slice(0, 50_000)],
];
