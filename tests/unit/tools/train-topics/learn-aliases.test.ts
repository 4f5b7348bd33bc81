import { describe, expect, it } from 'vitest';
import { learnAliases } from '../../../../tools/train-topics/learn-aliases';

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
  ])('makes names one that differ in %s', (_, papers, expected) => {
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
