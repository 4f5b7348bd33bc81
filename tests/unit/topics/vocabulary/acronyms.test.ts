import { describe, expect, it } from 'vitest';
import { definitionsIn, isShortForm, longFormAtEnd } from '../../../../lib/topics/vocabulary/acronyms';

describe('isShortForm', () => {
  it.each(['LLM', 'LLMs', 'LoRA', 'T2I', '3DGS', 'V-STaR'])('takes %s', (word) => {
    expect(isShortForm(word)).toBe(true);
  });

  it.each(['model', 'Model', 'A', '2024', 'ABCDEFGHIJKL', '', 'A B'])('refuses "%s"', (word) => {
    expect(isShortForm(word)).toBe(false);
  });
});

describe('longFormAtEnd', () => {
  it.each<[string, string, string | null]>([
    ['We train large language models', 'LLMs', 'large language models'],
    ['adapted by Low-Rank Adaptation', 'LoRA', 'Low-Rank Adaptation'],
    ['proximal policy optimization', 'PPO', 'proximal policy optimization'],
    [
      'reinforcement learning with verifiable rewards',
      'RLVR',
      'reinforcement learning with verifiable rewards',
    ],
    ['self-supervised learning', 'SSL', 'self-supervised learning'],
    ['by text-to-image', 'T2I', 'text-to-image'],
    ['a line\nbreak before mixture of experts', 'MoE', 'mixture of experts'],
    ['We stop. Language models', 'SLM', null],
    ['nothing that fits', 'XYZ', null],
    ['model', 'MO', null],
    ['', 'LLM', null],
  ])('reads %j before (%s)', (text, short, expected) => {
    expect(longFormAtEnd(text, short)).toBe(expected);
  });
});

describe('definitionsIn', () => {
  it('finds a short form after its long form, and a long form after its short one', () => {
    const text = 'Large language models (LLMs) and DiT (diffusion transformer) and more (see below).';

    expect(definitionsIn(text).map(({ short, long }) => [short, long])).toEqual([
      ['LLMs', 'Large language models'],
      ['DiT', 'diffusion transformer'],
    ]);
  });

  it('gives the position of the bracket', () => {
    const text = 'flow matching (FM) works';
    const [definition] = definitionsIn(text);

    expect(text.slice(definition?.bracket, definition?.end)).toBe('(FM)');
  });
});
