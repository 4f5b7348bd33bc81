import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bm25Of } from '../../../lib/related/bm25';
import { contributionsOf } from '../../../lib/related/contributions';
import { readOccurrences } from '../../../lib/related/features';
import { readQuery } from '../../../lib/related/rank-query';
import { cosineOf, scanVector } from '../../../lib/related/similarity';
import { WEIGHTS } from '../../../lib/related/weights';
import { paper } from '../../support/builders';
import { ODD_TEXTS, PAPER_TEXT } from '../../support/related-texts';
import { segmentOf } from '../../support/segments';
import { wordModel } from '../../support/word-model';

const model = wordModel();

interface Texts {
  readonly title: string;
  readonly abstract: string;
}

/** The parts of a paper's words for a query, and the score that they are parts of. */
function explain(asked: Texts, texts: Texts) {
  const query = readQuery(model, { ...asked, authors: [] });
  const segment = segmentOf(model, [paper(texts)]);
  const cosine = cosineOf(scanVector(query.vector), segment, 0, query.vector.length);
  const contributions = contributionsOf(model, query, query.vector, readOccurrences(model, texts));
  return {
    contributions,
    score: cosine + WEIGHTS.words * bm25Of(query.words, segment, 0),
    sum: contributions.reduce((sum, { part }) => sum + part, 0),
  };
}

describe('contributionsOf', () => {
  it('sums to the cosine and BM25 of the paper’s row, for any texts', () => {
    fc.assert(
      fc.property(PAPER_TEXT, PAPER_TEXT, (query, texts) => {
        const { score, sum } = explain(query, texts);
        expect(Math.abs(sum - score)).toBeLessThan(0.02);
      }),
    );
  });

  it.each(ODD_TEXTS)('sums to them for a paper of %s', (_, text) => {
    const query = { title: 'Coding agents', abstract: 'They read a repository.' };
    const { score, sum } = explain(query, { title: text, abstract: text });
    expect(Math.abs(sum - score)).toBeLessThan(0.02);
  });

  it('gives a word of the title twice the part of the same word in the abstract', () => {
    const { contributions } = explain(
      { title: 'ocean', abstract: '' },
      { title: 'ocean', abstract: 'ocean' },
    );
    const [inTitle, inAbstract] = contributions.map(({ part }) => part);
    expect(inTitle).toBeCloseTo(2 * (inAbstract ?? 0), 9);
  });

  it('gives a shared word more than one that only the paper has', () => {
    const { contributions } = explain(
      { title: 'ocean tide', abstract: '' },
      { title: '', abstract: 'ocean agent' },
    );
    expect(contributions[0]?.part).toBeGreaterThan(contributions[1]?.part ?? 0);
  });

  it('gives nothing for a text without words', () => {
    expect(explain({ title: 'ocean', abstract: '' }, { title: '🙂', abstract: '' }).contributions).toEqual(
      [],
    );
  });
});
