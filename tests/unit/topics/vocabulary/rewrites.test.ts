import { expect, it } from 'vitest';
import { rewritesOf } from '../../../../lib/topics/vocabulary/rewrites';
import { TABLES, topicsFile } from '../../../support/related/topics';

it('rewritesOf looks up in the tables', () => {
  const rewrites = rewritesOf(TABLES);
  expect(rewrites.standIn('optimisation')).toBe('optimization');
  expect(rewrites.joined('multi', 'modal')).toBe('multimodal');
  expect(rewrites.acronym('llm')?.terms).toEqual(['large', 'language', 'model']);
  expect([rewrites.standIn('x'), rewrites.joined('x', 'modal'), rewrites.acronym('x')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

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
