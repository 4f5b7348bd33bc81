import { describe, expect, it } from 'vitest';
import { nameOf } from '../../../../tools/train-topics/name-of';
import { REWRITES } from '../../../support/topics';

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
