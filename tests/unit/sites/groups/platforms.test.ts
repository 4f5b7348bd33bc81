import { describe, expect, it } from 'vitest';
import { site } from '../../../../lib/sites/urls/define-site';
import { atypon, highwire, rxiv, silverchair } from '../../../../lib/sites/groups/platforms';

const journal = site({
  id: 'test',
  name: 'A Test',
  hosts: ['journal.test'],
  pages: ['/*'],
  papers: () => [...atypon(''), ...rxiv('', ''), ...highwire(''), ...silverchair('', '')],
});
const find = (path: string) => journal.classify(new URL(`https://journal.test${path}`))?.ref ?? null;

describe('the platforms', () => {
  it.each([
    ['/doi/10.1145/1596655.1596682', '10.1145/1596655.1596682', 'abstract'],
    ['/doi/epdf/10.1021/es103607c', '10.1021/es103607c', 'pdf'],
    ['/doi/full/10.1080/00268976.2013.788745', '10.1080/00268976.2013.788745', 'abstract'],
    ['/content/10.1101/2021.11.08.467690v2.full.pdf', '10.1101/2021.11.08.467690', 'pdf'],
    ['/content/early/2018/03/04/275040', '10.1101/275040', 'abstract'],
    ['/content/108/52/20881.full', undefined, 'abstract'],
    ['/content/108/52/20881.full.pdf', undefined, 'pdf'],
    ['/bib/advance-article/doi/10.1093/bib/bbac123/6563414', '10.1093/bib/bbac123', 'abstract'],
    ['/isq/article-pdf/64/2/419/33396431/sqaa017.pdf', undefined, 'pdf'],
  ])('know %s', (path, doi, view) => {
    expect(find(path)).toMatchObject({ ids: doi === undefined ? {} : { doi }, view });
  });

  it.each([
    ['a book by its ISBN', '/doi/10.1145/9781450312345'],
    ['a book by its number', '/doi/10.1021/bk-2020-1350'],
    ['a listing of a book', '/doi/book/10.1145/3477495'],
    ['a journal', '/doi/10.1002/(ISSN)1521-4095'],
    ['an issue', '/content/108/52'],
    ['readers’ responses', '/content/350/bmj.h696/rr-1'],
    ['a journal’s home', '/isq'],
  ])('take %s for no paper', (_, path) => {
    expect(find(path)).toBeNull();
  });
});
