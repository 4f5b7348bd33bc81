import { describe, expect, it } from 'vitest';
import { mergeMore, type MorePaper } from '../../../lib/model/more-related';
import { arxivId, doi, facts, papers, s2Id } from '../../support/builders';

const more = (overrides: Parameters<typeof facts>[0]): MorePaper => ({
  facts: facts(overrides),
  link: 'https://example.org/',
  isInFeed: false,
});

describe('mergeMore', () => {
  it('removes what the list has under any id, or by title and first author', () => {
    const listed = papers(2, (index) => ({
      title: `A paper with a long title ${index}`,
      authors: ['First Author'],
      ids: index === 0 ? { arxiv: arxivId('2605.00001'), doi: doi('10.1000/1') } : { s2: s2Id(1) },
    }));
    const items = [
      more({ ids: { doi: doi('10.1000/1') }, title: 'Another title of it' }),
      more({ ids: { s2: s2Id(2) }, title: 'A Paper with a Long Title 1', authors: ['F. Author'] }),
      more({ ids: { s2: s2Id(3) }, title: 'Something that nobody listed' }),
    ];

    expect(mergeMore(items, listed)).toEqual({ added: [items[2]], shared: 2 });
  });

  it('keeps all in order if the list is empty', () => {
    const items = [more({ ids: { s2: s2Id(1) } }), more({ ids: { s2: s2Id(2) } })];

    expect(mergeMore(items, [])).toEqual({ added: items, shared: 0 });
  });
});
