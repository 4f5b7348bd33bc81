import { describe, expect, it } from 'vitest';
import { learnAliases, nameOf } from '../../../../../tools/training/topics/names';
import { REWRITES } from '../../../../support/related/topics';

const learn = (papers: Readonly<Record<string, number>>) =>
  Object.fromEntries(learnAliases(new Map(Object.entries(papers))));

describe('learnAliases', () => {
  it.each<[string, Record<string, number>, Record<string, string>]>([
    [
      'joining words',
      {
        'reinforcement learning with verifiable reward': 9,
        'reinforcement learning from verifiable reward': 2,
      },
      { 'reinforcement learning from verifiable reward': 'reinforcement learning with verifiable reward' },
    ],
    ['endings', { 'key value cache': 9, 'key value caching': 2 }, { 'key value caching': 'key value cache' }],
    ['kinds', { 'flow matching': 9, 'flow matching model': 4 }, { 'flow matching model': 'flow matching' }],
    [
      'two words for one thing',
      { 'vision language model': 9, 'visual language model': 1 },
      { 'visual language model': 'vision language model' },
    ],
  ])('unites names that differ in %s', (_, papers, expected) => {
    expect(learn(papers)).toEqual(expected);
  });

  it.each<[string, Record<string, number>]>([
    ['a model and what it models', { 'reward model': 9, 'reward modeling': 9 }],
    ['a name of which little is left', { 'diffusion model': 9, diffusion: 9 }],
    ['a rare name and a common one with a kind', { 'vision language': 1, 'vision language model': 9 }],
    ['words in another order', { 'text image': 3, 'image text': 3 }],
  ])('keeps apart %s', (_, papers) => {
    expect(learn(papers)).toEqual({});
  });

  it('never points to a name that itself stands for another', () => {
    const aliases = learnAliases(
      new Map([
        ['flow matching', 9],
        ['flow matching model', 8],
        ['flow matching based model', 2],
      ]),
    );
    expect([...aliases.values()].filter((key) => aliases.has(key))).toEqual([]);
  });
});

describe('nameOf', () => {
  it.each<[string, Record<string, number>, string]>([
    ['the most used', { 'coding agents': 3, 'coding agent': 1 }, 'coding agents'],
    ['small letters where they are common', { 'Flow Matching': 3, 'flow matching': 2 }, 'flow matching'],
    [
      'the capitals of a name',
      { 'Monte Carlo tree search': 5, 'monte carlo tree search': 1 },
      'Monte Carlo tree search',
    ],
    [
      'a long form',
      { LLM: 9, 'large language models': 1, 'Large Language Models (LLMs)': 5 },
      'large language models',
    ],
    ['a short form that stands for nothing longer', { GenEval: 3, geneval: 0 }, 'GenEval'],
    ['a short form, if the long one is a stray', { LLM: 60, 'LLM++': 1 }, 'LLM'],
    ['what there is', { LLM: 1 }, 'LLM'],
    ['what is left without the short form', { 'outcome verifiers (OVs)': 2 }, 'outcome verifiers'],
  ])('takes %s', (_, spellings, expected) => {
    expect(nameOf(new Map(Object.entries(spellings)), REWRITES)).toBe(expected);
  });
});
