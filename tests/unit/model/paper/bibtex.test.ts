import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBibtex } from '../../../../lib/model/paper/bibtex';
import type { PaperFacts } from '../../../../lib/model/paper/paper';

const facts = (overrides: object = {}): PaperFacts =>
  ({
    ids: { arxiv: '2606.07297' },
    title: 'How coding agents explore repositories',
    authors: ['First Author', 'Second Author'],
    authorCount: 2,
    categories: ['cs.SE', 'cs.CL'],
    keywords: [],
    publishedOn: '2026-06-08',
    ...overrides,
  }) as unknown as PaperFacts; // Brands are made by parsers elsewhere.

const field = (entry: string, name: string): string | undefined =>
  new RegExp(`^ {2}${name} += (.*?),?$`, 'm').exec(entry)?.[1];

describe('toBibtex', () => {
  it('writes an arXiv paper with its eprint fields', () => {
    expect(toBibtex(facts())).toBe(
      [
        '@misc{author2026how,',
        '  title         = {How coding agents explore repositories},',
        '  author        = {First Author and Second Author},',
        '  year          = {2026},',
        '  month         = jun,',
        '  eprint        = {2606.07297},',
        '  archivePrefix = {arXiv},',
        '  primaryClass  = {cs.SE},',
        '  url           = {https://arxiv.org/abs/2606.07297}',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('writes other papers with their DOI and no eprint', () => {
    const entry = toBibtex(facts({ ids: { doi: '10.1/x_y' }, categories: [] }));
    expect(field(entry, 'doi')).toBe('{10.1/x_y}');
    expect(entry).not.toMatch(/eprint|archivePrefix|primaryClass/);
  });

  it.each([
    ['100% of R&D in C#_', String.raw`{100\% of R\&D in C\#\_}`],
    ['Attention for BERT and ConvNets', '{Attention for {BERT} and {ConvNets}}'],
    ['Sorting in $O(n \\log n)$ for $5 and $10', String.raw`{Sorting in $O(n \log n)$ for \$5 and \$10}`],
    ['Open { brace', String.raw`{Open \textbraceleft{} brace}`],
    ['$\\{x$ set', String.raw`{\$\textbackslash{}\textbraceleft{}x\$ set}`],
    ['Étale naïveté', '{Étale naïveté}'],
  ])('escapes the title %j', (title, expected) => {
    expect(field(toBibtex(facts({ title })), 'title')).toBe(expected);
  });

  it.each([
    [
      ['Author, Jr.', 'The First and Second Collaboration'],
      2,
      '{{Author, Jr.} and {The First and Second Collaboration}}',
    ],
    [['First Author'], 300, '{First Author and others}'],
  ])('writes the authors %j of %d', (authors, authorCount, expected) => {
    expect(field(toBibtex(facts({ authors, authorCount })), 'author')).toBe(expected);
  });

  it('names the organisation when no author is known', () => {
    const entry = toBibtex(facts({ authors: [], authorCount: 0, organisation: 'An Organisation & Co' }));
    expect(field(entry, 'author')).toBe(String.raw`{{An Organisation \& Co}}`);
  });

  it.each([
    [{ authors: ['Première Müller-Ångström'], title: 'The A of On-line Flows' }, 'mullerangstrom2026line'],
    [{ ids: { arxiv: 'hep-th/9901001' }, publishedOn: undefined }, 'author1999how'],
    [{ ids: {}, publishedOn: undefined, authors: ['作者'], title: '扩散模型' }, 'paper'],
  ])('makes the key of %j', (overrides, key) => {
    expect(toBibtex(facts(overrides))).toContain(`@misc{${key},`);
  });

  it('keeps braces balanced whatever the title and names are', () => {
    const text = fc.string({ unit: fc.constantFrom('{', '}', '\\', '$', 'a', 'B', ' ', '&', 'and', ',') });
    fc.assert(
      fc.property(text, text, (title, name) => {
        const entry = toBibtex(facts({ title, authors: [name] }));
        let depth = 0;
        for (const sign of entry) {
          depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
      }),
    );
  });
});
