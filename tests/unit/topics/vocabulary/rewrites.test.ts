import { expect, it } from 'vitest';
import { rewritesOf } from '../../../../lib/topics/vocabulary/rewrites';
import { TABLES } from '../../../support/topics';

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
