import { describe, expect, it } from 'vitest';
import {
  countNames,
  countText,
  createTextStatistics,
} from '../../../../../tools/training/topics/text-statistics';
import { REWRITES } from '../../../../support/related/topics';

describe('countText', () => {
  it('counts papers, not occurrences', () => {
    const statistics = createTextStatistics();
    const paper = { key: '', title: 'LLM agents', abstract: 'multi-agent Agents, an LLM (LLM)', date: '' };
    countText(statistics, { ...paper, keywords: ['large language models (LLMs)'] });

    expect(statistics.terms.get('agent')).toBe(1);
    expect(statistics.terms.get('llm')).toBe(1);
    expect(statistics.smallTerms.get('llm')).toBeUndefined();
    expect(statistics.hyphened.get('multi agent')).toBe(1);
    expect(statistics.definitions.get('llm')).toEqual(new Map([['large language models', 1]]));
  });
});

it('countNames counts texts, by any variant of a name', () => {
  const texts = ['LLMs and LLMs', 'A large language model.', 'Nothing'];
  const counts = countNames(texts, ['large language model', 'nowhere', 'nowhere'], REWRITES);
  expect([...counts]).toEqual([
    ['large language model', 2],
    ['nowhere', 0],
  ]);
});
