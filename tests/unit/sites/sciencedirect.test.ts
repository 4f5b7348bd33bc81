import { describe, expect, it } from 'vitest';
import { read } from '../../../lib/sites/sciencedirect';
import { pageOf } from '../../support/sites/page';

describe('read', () => {
  it('does not take the authors of recommended articles', () => {
    const page = pageOf(
      '<meta name="citation_title" content="Small maps"><div class="recommended"><span class="surname">Other</span></div>',
    );

    expect(read(page)).toEqual({ title: 'Small maps', authors: [], categories: [], ids: {} });
  });

  it('gives null where there is no article', () => {
    expect(read(pageOf('<h1>Journal home</h1>'))).toBeNull();
  });
});
