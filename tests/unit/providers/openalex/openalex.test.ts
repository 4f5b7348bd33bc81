import { describe, expect, it } from 'vitest';
import { openalex } from '../../../../lib/providers/openalex/openalex';
import { ParseError } from '../../../../lib/errors';
import { parseAclId, parsePmid } from '../../../../lib/model/paper/ids';
import { arxivId, doi } from '../../../support/builders';
import { answeringGet, providerBody, providerFixtures } from '../../../support/feed/providers';

/** What a parser never gives here. */
const NONE = '' as never;
const { signal } = new AbortController();

describe('openalex', () => {
  it.each([
    [{ arxiv: arxivId('2606.00001'), doi: doi('10.1000/1') }, 'doi:10.48550/arxiv.2606.00001'],
    [{ doi: doi('10.1000/1(2)') }, 'doi:10.1000/1(2)'],
    [{ pmid: parsePmid('34012082') ?? NONE }, 'pmid:34012082'],
  ])('is asked about %j by one id', (ids, id) => {
    expect(openalex.begin(ids)).toEqual({ kind: 'work', id });
  });

  it('cannot be asked about a paper whose ids it does not know', () => {
    expect(openalex.begin({ acl: parseAclId('2025.example-main.2') ?? NONE })).toBeNull();
  });

  it('asks for the names of related works, then for these works', async () => {
    const { get, asked } = answeringGet({ '/works': '{}' });

    await openalex.fetchPage({ kind: 'work', id: 'doi:10.48550/arxiv.2606.00001' }, { get, signal });
    await openalex.fetchPage({ kind: 'works', works: ['W2', 'W3'] }, { get, signal, apiKey: 'key' });

    expect(asked[0]?.url).toBe(
      'https://api.openalex.org/works/doi:10.48550/arxiv.2606.00001?select=id,related_works',
    );
    const second = new URL(asked[1]?.url ?? '');
    expect(second.searchParams.get('filter')).toBe('openalex:W2|W3');
    expect(second.searchParams.get('api_key')).toBe('key');
  });

  it.each(providerFixtures('openalex'))('reads $file', ({ file, cursor, expected }) => {
    expect(openalex.parse(JSON.parse(providerBody('openalex', file)), cursor)).toEqual(expected);
  });

  it('needs no second request for a work without related ones', () => {
    const cursor = { kind: 'work', id: 'doi:10.1000/1' };

    expect(openalex.parse({ id: 'https://openalex.org/W1', related_works: [] }, cursor)).toEqual({
      papers: [],
    });
  });

  it.each([[{ kind: 'work', id: 'x' }], [{ kind: 'works', works: ['W1'] }]])(
    'refuses what is no answer to %j',
    (cursor) => {
      expect(() => openalex.parse([], cursor)).toThrow(ParseError);
    },
  );
});
