import { describe, expect, it } from 'vitest';
import { createPageReader } from '../../../../entrypoints/annotate/page-reader';
import { pageOf } from '../../../support/page';

const url = (path: string) => new URL(`https://arxiv.org/${path}`);
const describing = (id: string, title: string) =>
  `<meta name="citation_title" content="${title}"><meta name="citation_arxiv_id" content="${id}">`;

describe('createPageReader', () => {
  it('finds no paper at an address of none', () => {
    expect(createPageReader(pageOf(''))(url('list/cs.CL/new'))).toBeNull();
  });

  it('keeps the key for another hash, and changes it with the paper and the view', () => {
    const find = createPageReader(pageOf(''));
    const keyOf = (path: string) => find(url(path))?.key;
    expect(keyOf('abs/2606.00001#S1')).toBe(keyOf('abs/2606.00001'));
    expect(keyOf('abs/2606.00002')).not.toBe(keyOf('abs/2606.00001'));
    expect(keyOf('pdf/2606.00001')).not.toBe(keyOf('abs/2606.00001'));
  });

  it('reads what the page says', () => {
    const find = createPageReader(pageOf(describing('2606.00001', 'One')));
    expect(find(url('abs/2606.00001'))?.read()?.title).toBe('One');
  });

  it('reads nothing while the page names another paper than its address', () => {
    const find = createPageReader(pageOf(describing('2606.00001', 'One')));
    expect(find(url('abs/2606.00002'))?.read()).toBeNull();
  });

  it('reads nothing while the page has the title of the paper before', () => {
    const page = pageOf(describing('2606.00001', 'One'));
    const find = createPageReader(page);
    find(url('abs/2606.00001'))?.read();
    page.querySelector('[name=citation_arxiv_id]')?.setAttribute('content', '2606.00002');
    const next = find(url('abs/2606.00002'));
    expect(next?.read()).toBeNull();
    page.querySelector('[name=citation_title]')?.setAttribute('content', 'Two');
    expect(next?.read()?.title).toBe('Two');
  });
});
