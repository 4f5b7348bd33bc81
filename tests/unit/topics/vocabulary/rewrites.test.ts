import { expect, it } from 'vitest';
import { rewritesOf } from '../../../../lib/topics/vocabulary/rewrites';
import { TABLES, topicsFile } from '../../../support/related/topics';

it.each([
  ['rewritesOf', rewritesOf(TABLES)],
  ['readPackedRewrites', topicsFile({ agent: 0.5 }).rewrites],
])('%s looks up in the tables', (_, rewrites) => {
  expect(rewrites.standIn('optimisation')).toBe('optimization');
  expect(rewrites.joined('multi', 'modal')).toBe('multimodal');
  expect(rewrites.acronym('llm')).toEqual({ terms: ['large', 'language', 'model'], anyCase: true });
  expect(rewrites.acronym('clip')?.anyCase).toBe(false);
  const others = [
    ...['optimization', 'never seen'].map((term) => rewrites.standIn(term)),
    ...['agent', 'never seen'].map((term) => rewrites.acronym(term)),
    rewrites.joined('modal', 'multi'),
    rewrites.joined('multi', 'never seen'),
  ];
  expect(others.filter((found) => found !== undefined)).toEqual([]);
});
