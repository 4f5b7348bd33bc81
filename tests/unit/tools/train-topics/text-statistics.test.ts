import { describe, expect, it } from 'vitest';
import { countText, createTextStatistics } from '../../../../tools/train-topics/text-statistics';

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
