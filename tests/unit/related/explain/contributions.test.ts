import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bm25Of } from '../../../../lib/related/rank/bm25';
import { MIN_SPLIT_COSINE } from '../../../../lib/related/explain/contributions';
import { WEIGHTS } from '../../../../lib/related/rank/weights';
import type { PaperText } from '../../../../lib/related/segments/paper-words';
import { ODD_TEXTS, PAPER_TEXT } from '../../../support/related/related-texts';
import { splitPaper, sumOf } from '../../../support/related/segments';
import { wordModel } from '../../../support/related/word-model';

const model = wordModel();

/** The parts of a paper's words for a query, and the score that they are parts of. */
function explain(asked: Partial<PaperText>, texts: Partial<PaperText>) {
  const { query, segment, cosine, contributions } = splitPaper(model, asked, texts);
  const split = cosine < MIN_SPLIT_COSINE ? 0 : cosine;
  return {
    parts: contributions.parts,
    score: split + WEIGHTS.words * bm25Of(query.words, segment, 0),
    sum: sumOf(contributions.parts),
  };
}

describe('createSplitter', () => {
  it('sums to the cosine and BM25 of the paper’s row, for any texts', () => {
    fc.assert(
      fc.property(PAPER_TEXT, PAPER_TEXT, (query, texts) => {
        const { score, sum } = explain(query, texts);
        expect(sum).toBeCloseTo(score, 6);
      }),
    );
  });

  it.each(ODD_TEXTS)('sums to them for a paper of %s', (_, text) => {
    const query = { title: 'Coding agents', abstract: 'They read a repository.' };
    const { score, sum } = explain(query, { title: text, abstract: text });
    expect(sum).toBeCloseTo(score, 6);
  });

  it('gives a word of the title twice the part of the same word in the abstract', () => {
    const { parts } = explain({ title: 'ocean' }, { title: 'ocean', abstract: 'ocean' });
    const [inTitle, inAbstract] = parts;
    expect(inTitle).toBeCloseTo(2 * (inAbstract ?? 0), 9);
  });

  it('gives a shared word more than one that only the paper has', () => {
    const { parts } = explain({ title: 'ocean tide' }, { abstract: 'ocean agent' });
    expect(parts[0]).toBeGreaterThan(parts[1] ?? 0);
  });

  it('gives nothing for a text without words', () => {
    expect(explain({ title: 'ocean' }, { title: '🙂' }).parts).toHaveLength(0);
  });
});
