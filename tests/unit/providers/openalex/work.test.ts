import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readWork, WORK } from '../../../../lib/providers/openalex/work';
import { dataDir, hasData } from '../../../support/repository';

const read = (fields: object) =>
  readWork(v.parse(WORK, { id: 'https://openalex.org/W1', title: 'A work with a long title', ...fields }));

describe('readWork', () => {
  it.each([
    ['http://arxiv.org/abs/2606.00013v2', '2606.00013'],
    ['https://arxiv.org/pdf/2606.00013.pdf', '2606.00013'],
    ['https://arxiv.org/abs/hep-th/9901001', 'hep-th/9901001'],
    ['https://arxiv.org.example.org/abs/2606.00013', undefined],
    ['https://example.org/', undefined],
  ])('finds in %s the arXiv id %s', (url, arxiv) => {
    const found = read({ doi: 'https://doi.org/10.1000/1', locations: [{ landing_page_url: url }] });

    expect(found?.facts.ids.arxiv).toBe(arxiv);
  });

  it('puts the words of an abstract in their positions', () => {
    const found = read({
      doi: 'https://doi.org/10.1000/1',
      abstract_inverted_index: { b: [1, 3], a: [0], c: ['no place', 2], d: [-1] },
    });

    expect(found?.facts.abstract).toBe('a b c b');
  });

  it.each([[{ title: null, doi: 'https://doi.org/10.1000/1' }], [{ doi: null }], [{ title: '<i></i>' }]])(
    'leaves out a work that is %j',
    (fields) => {
      expect(read(fields)).toBeNull();
    },
  );

  it.runIf(hasData).each(['hfl112_openalex_works', 'kitzcode_openalex_works'])(
    'reads the recorded %s',
    (name) => {
      const path = resolve(dataDir, `api/openalex/${name}.json`);
      const { results } = JSON.parse(readFileSync(path, 'utf8')) as { results: { title: string }[] };

      const works = results.map((result) => readWork(v.parse(WORK, result)));

      expect(works.map((work) => work?.facts.title)).toEqual(results.map(({ title }) => title));
      expect(works.every((work) => work?.facts.ids.doi !== undefined)).toBe(true);
    },
  );
});
