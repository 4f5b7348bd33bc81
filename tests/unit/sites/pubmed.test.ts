import { describe, expect, it } from 'vitest';
import { read } from '../../../lib/sites/pubmed';
import { pageOf } from '../../support/sites/page';

describe('read', () => {
  it('reads an article without authors, abstract and DOI', () => {
    const page = pageOf('<div class="rprt abstract"><h1>Small maps.</h1></div>');

    expect(read(page)).toEqual({ title: 'Small maps.', authors: [], categories: [], ids: {} });
  });

  it('gives null where there is no article', () => {
    expect(read(pageOf('<meta name="uid" content="42"><h1>Error</h1>'))).toBeNull();
  });
});
