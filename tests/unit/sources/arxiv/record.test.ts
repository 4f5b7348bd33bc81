import { describe, expect, it } from 'vitest';
import { arxivRecord, type RawArxivRecord } from '../../../../lib/sources/arxiv/record';

const raw: RawArxivRecord = {
  id: 'http://arxiv.org/abs/2606.00001v2',
  title: 'A Title',
  abstract: 'An abstract.',
  authors: ['First Author'],
  categories: ['cs.LG'],
  doi: undefined,
  publishedOn: undefined,
  edition: undefined,
  announced: undefined,
};

function paperWith(change: Partial<RawArxivRecord>) {
  const outcome = arxivRecord({ ...raw, ...change });
  return 'record' in outcome ? outcome.record.paper : outcome.drop;
}

describe('arxivRecord', () => {
  it.each<[string, string, number | undefined]>([
    ['http://arxiv.org/abs/2606.00001v2', '2606.00001', 2],
    ['https://arxiv.org/abs/2606.00001', '2606.00001', undefined],
    ['oai:arXiv.org:2606.00001v12', '2606.00001', 12],
    ['oai:arXiv.org:hep-th/9901001v3', 'hep-th/9901001', 3],
    ['http://arxiv.org/abs/math.GT/0309136v1', 'math/0309136', 1],
  ])('reads the id %s', (id, arxiv, version) => {
    expect(paperWith({ id })).toMatchObject({
      ids: { arxiv },
      ...(version === undefined ? {} : { version }),
    });
  });

  it.each<[Partial<RawArxivRecord>, string]>([
    [{ id: undefined }, 'no-id'],
    [{ id: 'https://arxiv.org/list/cs.LG/new' }, 'no-id'],
    [{ id: 'https://arxiv.org/api/errors#incorrect_id_format_for_2606.00001' }, 'no-id'],
    [{ title: undefined }, 'no-title'],
    [{ title: ' ' }, 'no-title'],
    [{ authors: [], abstract: undefined }, 'no-authors'],
    [{ authors: [' '], abstract: '' }, 'no-authors'],
  ])('drops %j: %s', (change, reason) => {
    expect(paperWith(change)).toBe(reason);
  });

  it.each([{ authors: [] }, { abstract: '' }])('keeps a record that lacks only %j', (change) => {
    expect(paperWith(change)).toMatchObject({ title: 'A Title' });
  });

  it('resolves TeX in title, abstract and names', () => {
    expect(
      paperWith({
        title: String.raw`G\"odel \& Co`,
        abstract: String.raw`\'Etale`,
        authors: [String.raw`Fran\c{c}ois Author`],
      }),
    ).toMatchObject({ title: 'Gödel & Co', abstract: 'Étale', authors: ['François Author'] });
  });

  it.each([
    'This paper has been withdrawn by the author due to an error.',
    'This article was withdrawn.',
    'The submission has been temporarily withdrawn by arXiv administrators.',
  ])('takes no notice of withdrawal for an abstract: %s', (abstract) => {
    expect(paperWith({ abstract })).not.toHaveProperty('abstract');
  });

  it.each([
    'We study papers that were withdrawn.',
    `This paper has been withdrawn before. ${'We now repair it. '.repeat(30)}`,
  ])('keeps an abstract that speaks of withdrawal', (abstract) => {
    expect(paperWith({ abstract })).toHaveProperty('abstract', abstract.trim());
  });

  it('keeps the categories of arXiv, each once, and leaves other classes out', () => {
    const categories = [
      'q-bio.NC',
      'cs.LG',
      'q-bio.NC',
      '68T05',
      'I.2.7',
      'cond-mat.mes-hall',
      'H.3; I.2',
      '',
    ];

    expect(paperWith({ categories })).toMatchObject({
      categories: ['q-bio.NC', 'cs.LG', 'cond-mat.mes-hall'],
    });
  });

  it('reads the DOI of the journal and leaves out that of arXiv', () => {
    expect(paperWith({ doi: '10.5555/EX.1' })).toMatchObject({ ids: { doi: '10.5555/ex.1' } });
    expect(paperWith({ doi: '10.48550/arXiv.2606.00001' })).toMatchObject({ ids: { arxiv: '2606.00001' } });
    expect(paperWith({ doi: '10.48550/arXiv.2606.00001' })).not.toHaveProperty('ids.doi');
  });
});
