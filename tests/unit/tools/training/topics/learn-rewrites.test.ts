import { describe, expect, it } from 'vitest';
import { learnRewrites } from '../../../../../tools/training/topics/learn-rewrites';
import { countText, createTextStatistics } from '../../../../../tools/training/topics/text-statistics';
import { collectedPaper } from '../../../../support/related/topics';

/** What is learnt from texts, each in three papers. */
function learn(...abstracts: readonly string[]) {
  const statistics = createTextStatistics();
  for (const abstract of abstracts) {
    for (let paper = 0; paper < 3; paper++) countText(statistics, collectedPaper({ abstract }));
  }
  const wanted = new Set(['optimization', 'multimodal', 'multi', 'modal', 'cache', 'deep', 'learning']);
  return learnRewrites(statistics, wanted);
}

describe('learnRewrites', () => {
  it('keeps the American spelling if it is more common', () => {
    expect(learn('optimisation', 'optimization', 'an optimization').terms.get('optimisation')).toBe(
      'optimization',
    );
    expect(learn('optimisation').terms.size).toBe(0);
  });

  it('mends plurals that the rule cuts too short', () => {
    expect(learn('caches', 'cache', 'a cache').terms.get('cach')).toBe('cache');
  });

  it('joins a hyphened word with its twin, and leaves slips alone', () => {
    const { pairs } = learn(
      'multi-modal',
      'multimodal',
      ...Array.from({ length: 5 }, () => 'deep-learning'),
      'deeplearning',
    );
    expect(pairs.get('multi')?.get('modal')).toBe('multimodal');
    expect(pairs.get('deep')).toBeUndefined();
  });

  it('learns a short form with one meaning, also inside other long forms', () => {
    const { acronyms } = learn(
      'large language models (LLMs)',
      'multimodal LLMs (MLLMs)',
      'a multi-modal multimodal one',
    );
    expect(acronyms.get('llm')).toEqual({ terms: ['large', 'language', 'model'], anyCase: true });
    expect(acronyms.get('mllm')?.terms).toEqual(['multimodal', 'large', 'language', 'model']);
  });

  it('ignores a short form with several meanings', () => {
    expect(learn('text to speech (TTS)', 'test time scaling (TTS)').acronyms.size).toBe(0);
  });

  it('recognises a short form that is also a common word', () => {
    const { acronyms } = learn('contrastive language image pretraining (CLIP)', 'a clip', 'this clip');
    expect(acronyms.get('clip')?.anyCase).toBe(false);
  });
});
