import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../../lib/feed-export/markdown';
import { paper, paperKey } from '../../support/builders';
import { exportedList, fullPaper } from '../../support/feed/exported-list';

/** What can begin a line, end one, or mean something in it. */
const SIGN = fc.constantFrom(...Array.from('#\n\r\t\u2028\u00a0 -=*_`>[]()!\\<&a1.'));

describe('toMarkdown', () => {
  it('writes a heading, the facts, the abstract and the links', () => {
    expect(toMarkdown(exportedList([fullPaper()]))).toBe(
      [
        '# Hugging Face, Tuesday 9 June 2026',
        '',
        '<https://huggingface.co/papers/date/2026-06-09>, fetched 2026-06-10.',
        '',
        '## [Coding agents that read whole repositories](<https://arxiv.org/abs/2606.00001>)',
        '',
        'First Author, Second Author · Institute of Examples · 2026-06-08 · 12 upvotes',
        '',
        'We study how coding agents explore repositories before they edit them.',
        '',
        '[PDF](<https://arxiv.org/pdf/2606.00001v2>) · [Discussion](<https://huggingface.co/papers/2606.00001>) · [Code](<https://github.com/example/agents>)',
        '',
      ].join('\n'),
    );
  });

  it.each([
    [['One'], 1, 'One'],
    [['One', 'Two', 'Three', 'Four'], 9, 'One, Two, Three and 6 more'],
    [[], 12, '12 authors'],
    [[], 1, '1 author'],
  ])('names %j of %i authors as %s', (authors, authorCount, expected) => {
    const { publishedOn: _, ...undated } = paper({ authors, authorCount });

    expect(toMarkdown(exportedList([undated])).split('\n')[6]).toBe(expected);
  });

  it.each([
    ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
    ['[a](b) *c* _d_ `e` ~f~ $g$ h|i', '\\[a\\](b) \\*c\\* \\_d\\_ \\`e\\` \\~f\\~ \\$g\\$ h\\|i'],
    ['1. not a list', '1\\. not a list'],
    ['- nor this', '\\- nor this'],
    ['# nor a heading', '\\# nor a heading'],
    ['two\n\nparagraphs', 'two paragraphs'],
    ['&amp; stays', '\\&amp; stays'],
  ])('shows %j as it is', (abstract, expected) => {
    const lines = toMarkdown(exportedList([paper({ abstract })])).split('\n');

    expect(lines[8]).toBe(expected);
  });

  it('never lets a title add a line or a heading', () => {
    fc.assert(
      fc.property(fc.string({ unit: SIGN }), (title) => {
        const nameless = paper({ title, ids: {}, key: paperKey('title:x|y'), provenance: [] });
        const headings = toMarkdown(exportedList([nameless])).match(/^#.*$/gm);

        expect(headings).toHaveLength(2);
      }),
    );
  });
});
