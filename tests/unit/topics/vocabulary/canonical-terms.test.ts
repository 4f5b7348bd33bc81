import { describe, expect, it } from 'vitest';
import { canonicalKey, canonicalTerms, shortTerm } from '../../../../lib/topics/vocabulary/canonical-terms';
import { REWRITES } from '../../../support/related/topics';

describe('canonicalKey', () => {
  it.each([
    'large language models (LLMs)',
    'LLMs',
    'LLM',
    'llm',
    'Large-Language Model',
    'LLMs (Large Language Models)',
    'large\nlanguage  models',
  ])('takes "%s" for large language model', (name) => {
    expect(canonicalKey(name, REWRITES)).toBe('large language model');
  });

  it.each([
    ['Multi-modal LLM agents', 'multimodal large language model agent'],
    ['optimisation', 'optimization'],
    ['video clip', 'video clip'],
    ['CLIP', 'contrastive language image pretraining'],
    ['Chain-of-Thought (CoT) reasoning', 'chain of thought reasoning'],
    ['multimodal models (LMMs)', 'multimodal model'],
    ['SE(3) equivariance', 'se 3 equivariance'],
    ['Qwen2.5', 'qwen2 5'],
    ['🙂', ''],
    ['', ''],
  ])('reads "%s" as "%s"', (name, key) => {
    expect(canonicalKey(name, REWRITES)).toBe(key);
  });
});

describe('canonicalTerms', () => {
  const joinedTerms = (text: string) =>
    canonicalTerms(text, REWRITES)
      .map(({ term, isJoined }) => (isJoined ? '' : '|') + term)
      .join(' ');

  it('splits names at punctuation, but not at a bracket that defines a short form', () => {
    expect(joinedTerms('Vision-language-action (VLA) models. Text, image/video')).toBe(
      '|vision language action model |text |image video',
    );
  });

  it('reads a short form as the text itself defines it', () => {
    expect(joinedTerms('Augmented reality (AR) here; AR there')).toBe(
      '|augmented reality here |augmented reality there',
    );
  });

  it('keeps the position of each word in the text', () => {
    const text = 'For LLMs, multi-modal ones';
    const positions = canonicalTerms(text, REWRITES).map(({ term, start, end }) => [
      term,
      text.slice(start, end),
    ]);

    expect(positions).toEqual([
      ['for', 'For'],
      ['large', 'LLMs'],
      ['language', 'LLMs'],
      ['model', 'LLMs'],
      ['multimodal', 'multi-modal'],
      ['one', 'ones'],
    ]);
  });
});

describe('shortTerm', () => {
  it('removes the lower-case s of a plural', () => {
    expect(['LM', 'LMs', 'MCTS', 'LLMs'].map(shortTerm)).toEqual(['lm', 'lm', 'mct', 'llm']);
  });
});
