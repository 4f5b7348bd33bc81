import { describe, expect, it } from 'vitest';
import { readWithTab } from '../../../../lib/sites/shared/tab-title';
import { pageOf } from '../../../support/sites/page';

const read = (tab: string, tagged = '') =>
  readWithTab()(
    pageOf(
      `<head><title>${tab}</title>${tagged && `<meta name="citation_title" content="${tagged}">`}</head>`,
    ),
  );

describe('readWithTab', () => {
  it.each([
    ['Small Maps | OpenReview', 'Small Maps'],
    ['[PDF] Small Maps | Semantic Scholar', 'Small Maps'],
    ['Small Maps - INSPIRE', 'Small Maps'],
    ['Small Maps – OpenAlex', 'Small Maps'],
    ['Small | Maps | IEEE Conference Publication | IEEE Xplore', 'Small | Maps'],
    ['Small Maps on JSTOR', 'Small Maps'],
    ['Small Maps - NASA/ADS', 'Small Maps'],
  ])('takes the title out of %j', (tab, title) => {
    expect(read(tab)).toEqual({ title, authors: [], categories: [], ids: {} });
  });

  it.each(['OpenReview', 'Just a moment...', '', 'Small Maps'])('takes none out of %j', (tab) => {
    expect(read(tab)).toBeNull();
  });

  it('trusts the tags when the tab says the same, cut or typeset otherwise', () => {
    expect(
      read('Small maps – for large repositories | OpenReview', 'Small Maps for Large Repositories')?.title,
    ).toBe('Small Maps for Large Repositories');
  });

  it('does not trust the tags of the page before', () => {
    expect(read('Large Maps | OpenReview', 'Small Maps')?.title).toBe('Large Maps');
    expect(read('Search', 'Small Maps')).toBeNull();
  });

  it('takes no title out of a picture', () => {
    expect(readWithTab()(pageOf('<body><svg><title>Logo | OpenReview</title></svg></body>'))).toBeNull();
  });
});
