import { describe, expect, it } from 'vitest';
import { read } from '../../../lib/sites/cvf';
import { pageOf } from '../../support/sites/page';

describe('read', () => {
  it('prefers the tags to what the page shows', () => {
    const page = pageOf(
      '<meta name="citation_title" content="Tagged"><meta name="citation_author" content="Bellamy, Ada">' +
        '<div id="papertitle">Shown</div><div id="authors"><i>Chen Dorn</i></div><div id="abstract">Words.</div>',
    );

    expect(read(page)).toEqual({
      title: 'Tagged',
      authors: ['Ada Bellamy'],
      abstract: 'Words.',
      categories: [],
      ids: {},
    });
  });

  it('gives null for a listing', () => {
    expect(read(pageOf('<dt class="ptitle"><a href="#">A paper</a></dt>'))).toBeNull();
  });
});
