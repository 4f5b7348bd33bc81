import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { semanticScholar } from '../../../../lib/providers/semantic-scholar/semantic-scholar';
import { ParseError } from '../../../../lib/errors';
import { parseAclId, parseOpenreviewId, parsePmcid, parsePmid } from '../../../../lib/model/paper/ids';
import { arxivId, doi, s2Id } from '../../../support/builders';
import { dataDir, hasData } from '../../../support/repository';
import { answeringGet, providerBody, providerFixtures } from '../../../support/feed/providers';

/** What a parser never gives here. */
const NONE = '' as never;
const { signal } = new AbortController();
const cursor = { kind: 'recommendations', id: 'ARXIV:2606.00001', pool: 'all-cs' };

describe('semanticScholar', () => {
  it.each([
    [{ arxiv: arxivId('2606.00001'), doi: doi('10.1000/1') }, 'ARXIV:2606.00001'],
    [{ doi: doi('10.1000/1') }, 'DOI:10.1000/1'],
    [{ acl: parseAclId('2025.example-main.2') ?? NONE }, 'ACL:2025.example-main.2'],
    [{ pmid: parsePmid('34012082') ?? NONE }, 'PMID:34012082'],
    [{ pmcid: parsePmcid('PMC4430400') ?? NONE }, 'PMCID:4430400'],
    [{ s2: s2Id(1) }, s2Id(1)],
  ])('is asked about %j by one id', (ids, id) => {
    expect(semanticScholar.begin(ids)).toEqual({ kind: 'recommendations', id, pool: 'all-cs' });
  });

  it('cannot be asked about a paper whose ids it does not know', () => {
    expect(semanticScholar.begin({ openreview: parseOpenreviewId('abcdef') ?? NONE })).toBeNull();
  });

  it('sends the id and nothing else of the paper, and a key only when there is one', async () => {
    const { get, asked } = answeringGet({ '/forpaper/': '{}' });

    await semanticScholar.fetchPage(cursor, { get, signal });
    await semanticScholar.fetchPage({ ...cursor, id: 'DOI:10.1000/a b' }, { get, signal, apiKey: 'key' });

    expect(asked.map(({ url }) => url)).toEqual([
      'https://api.semanticscholar.org/recommendations/v1/papers/forpaper/ARXIV:2606.00001?from=all-cs&limit=40&fields=title,abstract,authors,year,publicationDate,externalIds,citationCount',
      expect.stringContaining('/forpaper/DOI:10.1000/a%20b?'),
    ]);
    expect(asked.map(({ options }) => options.headers)).toEqual([undefined, { 'x-api-key': 'key' }]);
  });

  it.each(providerFixtures('semantic-scholar'))(
    'reads $file as $cursor.pool',
    ({ file, cursor, expected }) => {
      expect(semanticScholar.parse(JSON.parse(providerBody('semantic-scholar', file)), cursor)).toEqual(
        expected,
      );
    },
  );

  it.each(['<html>', '{"error": "Too Many Requests"}', '[]', '{"recommendedPapers": null}'])(
    'refuses %s',
    async (body) => {
      const { get } = answeringGet({ '/forpaper/': body });
      const read = async () =>
        semanticScholar.parse(await semanticScholar.fetchPage(cursor, { get, signal }), cursor);

      await expect(read()).rejects.toThrow(ParseError);
    },
  );

  it.runIf(hasData)('reads all recorded recommendations', () => {
    const path = resolve(dataDir, 'api/semanticscholar/Csed-dev_s2_recommendations.json');
    const { body } = JSON.parse(readFileSync(path, 'utf8')) as { body: { recommendedPapers: object[] } };

    const { papers } = semanticScholar.parse(body, cursor);

    expect(papers).toHaveLength(body.recommendedPapers.length);
    expect(papers.filter(({ facts }) => facts.ids.s2 === undefined)).toEqual([]);
    expect(papers[0]?.facts).toMatchObject({ ids: { arxiv: '2003.04974' }, title: 'Transformer++' });
  });
});
