import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countedTerms,
  hasRun,
  isTyped,
  parseSearch,
  type SearchQuery,
} from '../../../../lib/related/search/query';
import { arxivId, doi, siteIds } from '../../../support/builders';

const parse = (typed: string): SearchQuery =>
  parseSearch(typed, {
    idsOfUrl: (url) =>
      url.hostname === 'papers.test' ? siteIds({ openreview: url.pathname.slice(1) }) : null,
    topicKeyOf: (name) => (name.toLowerCase() === 'flow matching' ? 'flow matching' : null),
  });

const typed = (text: string, isOpen = false) => ({ terms: text.split(' '), isOpen });

describe('parseSearch', () => {
  it('reads words, of which the last may be unfinished', () => {
    expect(parse('Coding agents')).toMatchObject({
      words: typed('coding agent', true),
      text: 'Coding agents',
    });
    expect(parse('coding agents ').words).toEqual(typed('coding agent'));
    expect(parse('coding agents, ').words).toEqual(typed('coding agent'));
    expect(parse('coding author:doe').words).toEqual(typed('coding'));
  });

  it.each([
    ['straight', '"flow matching" agents'],
    ['typographic', '“flow matching” agents'],
    ['German', '„flow matching“ agents'],
    ['French', '«flow matching» agents'],
    ['without a space after it', '"flow matching"agents'],
  ])('reads %s quotes', (_, text) => {
    expect(parse(text)).toMatchObject({
      phrases: [typed('flow matching')],
      words: typed('agent', true),
      text: 'agents',
    });
  });

  it('takes an unfinished quote as far as it goes', () => {
    expect(parse('agents "flow mat')).toMatchObject({
      phrases: [typed('flow mat', true)],
      words: typed('agent'),
    });
    expect(parse('agents "')).toMatchObject({ phrases: [], words: typed('agent') });
  });

  it.each<[string, SearchQuery['authors']]>([
    ['author:"Jane Doe"', [typed('jane doe')]],
    ['author:“Jane Doe”', [typed('jane doe')]],
    ['Author: doe', [typed('doe', true)]],
    ['author:doe ', [typed('doe')]],
    ['author:"Jane D', [typed('jane d', true)]],
    ['author:doe author:roe ', [typed('doe'), typed('roe')]],
    ['author: author:roe ', [typed('roe')]],
    ['author:Müller-Łoś ', [typed('muller łos')]],
  ])('reads the authors of %s', (text, authors) => {
    expect(parse(text)).toMatchObject({ authors, words: { terms: [] }, phrases: [] });
  });

  it('reads topics by their canonical keys, and an unknown name as a phrase', () => {
    expect(parse('topic:"Flow Matching"')).toMatchObject({ topics: ['flow matching'], phrases: [] });
    expect(parse('topic:"flow matc')).toMatchObject({ topics: [], phrases: [typed('flow matc', true)] });
  });

  it.each<[string, SearchQuery['ids']]>([
    ['1706.03762', [{ arxiv: arxivId('1706.03762') }]],
    ['arXiv:1706.03762v5', [{ arxiv: arxivId('1706.03762') }]],
    ['arXiv: 1706.03762', [{ arxiv: arxivId('1706.03762') }]],
    ['(hep-th/9901001).', [{ arxiv: arxivId('hep-th/9901001') }]],
    ['math.GT/0309136', [{ arxiv: arxivId('math/0309136') }]],
    ['10.1145/3292500.3330701', [{ doi: doi('10.1145/3292500.3330701') }]],
    ['doi: 10.1145/3292500.3330701', [{ doi: doi('10.1145/3292500.3330701') }]],
    ['https://doi.org/10.1145/3292500.3330701', [{ doi: doi('10.1145/3292500.3330701') }]],
    ['https://papers.test/abc', [siteIds({ openreview: 'abc' })]],
    ['papers.test/abc', [siteIds({ openreview: 'abc' })]],
    ['1706.03762, 1810.04805', [{ arxiv: arxivId('1706.03762') }, { arxiv: arxivId('1810.04805') }]],
    ['https://example.com/about', []],
    ['https://[', []],
  ])('reads the ids of %s', (text, ids) => {
    expect(parse(text).ids).toEqual(ids);
  });

  it('keeps ids and addresses out of the words', () => {
    expect(parse('1706.03762 https://example.com/about agents ')).toMatchObject({
      words: typed('agent'),
      text: 'agents',
    });
  });

  it.each(['', '   ', '"', '""', 'author:', 'topic:', 'author:""', '🙂', '*\\ ( )'])(
    'finds nothing in %j',
    (text) => {
      const nothing = { words: { terms: [] }, phrases: [], authors: [], topics: [], ids: [] };
      expect(parse(text)).toMatchObject(nothing);
    },
  );

  it('reads whatever is typed without an error', () => {
    const pieces = fc.constantFrom(' ', ...'author: topic: " ” https:// a % 10.1/ \ud800 é'.split(' '));
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 8 }), (parts) => {
        expect(() => parse(parts.join(''))).not.toThrow();
      }),
      { numRuns: 50 },
    );
  });

  it.each(['author:', '"', 'a.', '((((', 'arXiv:10.1/', 'topic: '])(
    'reads the first 4,000 of ten thousand characters of %j',
    (piece) => {
      const { words, text } = parse(piece.repeat(10_000 / piece.length));
      expect(text.length).toBeLessThanOrEqual(4000);
      expect(words.terms.length).toBeLessThanOrEqual(2000);
    },
  );
});

describe('countedTerms', () => {
  it('leaves out function words, lone letters and numbers', () => {
    expect(countedTerms(typed('attention is all you need x 7'))).toEqual([
      { term: 'attention', isOpen: false },
      { term: 'need', isOpen: false },
    ]);
  });

  it('has each word once, and only the last one open', () => {
    expect(countedTerms(typed('coding agent cod', true))).toEqual([
      { term: 'coding', isOpen: false },
      { term: 'agent', isOpen: false },
      { term: 'cod', isOpen: true },
    ]);
    expect(countedTerms(typed('agent agent', true))).toEqual([{ term: 'agent', isOpen: false }]);
  });
});

describe('isTyped', () => {
  it('accepts a beginning for an open word only', () => {
    expect(isTyped({ term: 'repo', isOpen: true }, 'repository')).toBe(true);
    expect(isTyped({ term: 'repo', isOpen: false }, 'repository')).toBe(false);
    expect(isTyped({ term: 'repo', isOpen: false }, 'repo')).toBe(true);
  });
});

describe('hasRun', () => {
  const words = 'a study of flow matching for wave'.split(' ');

  it.each<[string, boolean, boolean]>([
    ['flow matching', false, true],
    ['flow match', false, false],
    ['flow match', true, true],
    ['flo matching', true, false],
    ['matching flow', false, false],
    ['for wave more', false, false],
    ['wave', false, true],
  ])('says of %s (open: %s) that it stands there: %s', (text, isOpen, expected) => {
    expect(hasRun(typed(text, isOpen), words)).toBe(expected);
  });
});
