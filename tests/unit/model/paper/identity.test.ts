import { describe, expect, it } from 'vitest';
import { compact } from '../../../../lib/model/compact';
import { parseArxivId, parseDoi } from '../../../../lib/model/paper/ids';
import { completeIds, fold, identityKeys, paperKeyOf } from '../../../../lib/model/paper/identity';
import type { PaperIds } from '../../../../lib/model/paper/paper';
import { siteIds } from '../../../support/builders';

const TITLE = 'Small Maps for Large Repositories';

function ids(arxiv: string, doi = '', others: PaperIds = {}): PaperIds {
  return compact({ arxiv: parseArxivId(arxiv)?.id, doi: parseDoi(doi) ?? undefined, ...others });
}

describe('identityKeys', () => {
  it('names every id, strongest first, then title with first author', () => {
    const record = {
      ids: ids('2606.07297', '10.1000/182', siteIds({ pmid: '123' })),
      title: TITLE,
      authors: ['First Author'],
    };

    expect(identityKeys(record)).toEqual([
      'arxiv:2606.07297',
      'doi:10.1000/182',
      'pmid:123',
      'title:smallmapsforlargerepositories|author',
    ]);
  });

  it.each([
    ['First Author'],
    ['Author, First'],
    ['F. Author'],
    ['First  AUTHOR '],
    ['First Author, Jr.'],
    ['First Author III'],
    ['First Áuthor'],
  ])('gives one title key to %j', (author) => {
    expect(
      identityKeys({ ids: {}, title: 'Small maps, for large repositories!', authors: [author] }),
    ).toEqual(['title:smallmapsforlargerepositories|author']);
  });

  it.each([
    ['Introduction', ['First Author']],
    [TITLE, []],
    [TITLE, ['']],
    ['—————————————————————', ['First Author']],
  ])('gives none to the title %j by %j', (title, authors) => {
    expect(identityKeys({ ids: {}, title, authors })).toEqual([]);
  });
});

describe('paperKeyOf', () => {
  it('is the first identity key, or null when nothing identifies the record', () => {
    expect(paperKeyOf({ ids: ids('hep-th/9901001'), title: TITLE, authors: [] })).toBe(
      'arxiv:hep-th/9901001',
    );
    expect(paperKeyOf({ ids: {}, title: 'Preface', authors: [] })).toBeNull();
  });
});

describe('completeIds', () => {
  it.each(['2606.07297', 'hep-th/9901001'])('turns an arXiv-issued DOI into the arXiv id %s', (arxiv) => {
    expect(completeIds(ids('', `10.48550/arXiv.${arxiv}`))).toEqual({ arxiv });
  });

  it.each([
    ['10.18653/v1/2021.naacl-main.208', '2021.naacl-main.208'],
    ['10.18653/v1/n19-1423', 'N19-1423'],
    ['10.18653/v1/D19-1016', 'D19-1016'],
    ['10.3115/v1/P14-1001', 'P14-1001'],
  ])('adds the Anthology’s id to its DOI %s', (doi, acl) => {
    expect(completeIds(ids('', doi))).toEqual({ doi: doi.toLowerCase(), acl });
  });

  it.each([
    ['another DOI beside the arXiv id', ids('2606.07297', '10.1000/182')],
    ['an arXiv-issued DOI that holds no id', ids('', '10.48550/arxiv.nothing')],
    ['a DOI of the ACL that holds no id', ids('', '10.3115/1072228.1072330')],
    ['a DOI of another publisher', ids('', '10.1162/tacl_a_00001')],
  ])('keeps %s', (_, known) => {
    expect(completeIds(known)).toEqual(known);
  });
});

describe('fold', () => {
  it.each([
    ['Schrödinger’s Cat', "Schrodinger's cat"],
    ['Self-Attention: a study', 'self attention – A Study'],
    ['ﬁne-tuning', 'fine tuning'],
    ['e\u0301tude', 'étude'],
    ['ＧＰＴ４', 'GPT4'],
  ])('gives %j and %j one form', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  it.each(['', '…', '🙂🙂', '$ { }'])('gives nothing for %j', (text) => {
    expect(fold(text)).toBe('');
  });

  it('keeps letters of every script', () => {
    expect(fold('強化 学習')).toBe('強化学習');
  });
});
