import { expect, it } from 'vitest';
import { RELATED_LIMIT, relatedRequest } from '../../../lib/model/related';
import { facts } from '../../support/builders';

it('asks about a paper with its texts, people and ids, and for a topic only when one is chosen', () => {
  const { title, abstract, authors, ids } = facts();
  const request = { query: { title, abstract, authors }, ids, limit: RELATED_LIMIT, sort: 'newest' };
  expect(relatedRequest(facts(), { sort: 'newest', topic: null })).toEqual(request);
  expect(relatedRequest(facts(), { sort: 'newest', topic: 'agents' })).toEqual({
    ...request,
    topic: 'agents',
  });
});
