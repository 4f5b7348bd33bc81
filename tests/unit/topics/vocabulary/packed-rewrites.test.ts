import { expect, it } from 'vitest';
import { topicsFile } from '../../../support/topics';

it('readPackedRewrites answers as the tables do', () => {
  const { rewrites } = topicsFile({ agent: 0.5 });
  expect(rewrites.standIn('optimisation')).toBe('optimization');
  expect(rewrites.joined('multi', 'modal')).toBe('multimodal');
  expect(rewrites.acronym('llm')).toEqual({ terms: ['large', 'language', 'model'], anyCase: true });
  expect(rewrites.acronym('clip')?.anyCase).toBe(false);
  expect([
    rewrites.standIn('optimization'),
    rewrites.standIn('never seen'),
    rewrites.joined('modal', 'multi'),
    rewrites.joined('multi', 'never seen'),
    rewrites.acronym('agent'),
    rewrites.acronym('never seen'),
  ]).toEqual(Array(6).fill(undefined));
});
