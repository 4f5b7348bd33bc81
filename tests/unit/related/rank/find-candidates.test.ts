import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bm25Of } from '../../../../lib/related/rank/bm25';
import { findCandidates } from '../../../../lib/related/rank/find-candidates';
import { readQuery } from '../../../../lib/related/rank/rank-query';
import { cosineOf, scanVector } from '../../../../lib/related/model/similarity';
import { WEIGHTS } from '../../../../lib/related/rank/weights';
import { paper } from '../../../support/builders';
import { PAPER_TEXT } from '../../../support/related/related-texts';
import { segmentOf, titled } from '../../../support/related/segments';
import { wordModel } from '../../../support/related/word-model';

const model = wordModel();
const QUERY = readQuery(model, { title: 'Ocean waves and tides', authors: [] });
const TITLES = ['Ocean waves', 'Ocean tides', 'Tides', 'Ocean tides'];
const feed = titled(TITLES);
const segments = [feed.slice(0, 2), feed.slice(2)].map((part) => segmentOf(model, part));

/** Titles of the candidates, sorted. */
function found(choice: Parameters<typeof findCandidates>[3]): readonly string[] {
  return findCandidates(segments, QUERY, QUERY.vector, choice, 10)
    .map(({ segment, row }) => TITLES[segments.indexOf(segment) * 2 + row] ?? '')
    .toSorted();
}

describe('findCandidates', () => {
  it('finds all rows of a small feed, one for each title', () => {
    expect(found({})).toEqual(['Ocean tides', 'Ocean waves', 'Tides']);
  });

  it('finds no row that is not wanted, excepted by position, or excepted by its title', () => {
    const [first, second] = segments;
    if (first === undefined || second === undefined) throw new Error('Two segments are expected.');
    expect(found({ isWanted: (segment) => segment === second })).toEqual(['Ocean tides', 'Tides']);
    expect(found({ except: [{ segment: second, row: 0 }] })).not.toContain('Tides');
    const exceptTitle = first.titles[1];
    if (exceptTitle === undefined) throw new Error('A title is expected.');
    expect(found({ exceptTitle })).toEqual(['Ocean waves', 'Tides']);
  });

  it('scores a row by the cosine of all components and BM25', () => {
    fc.assert(
      fc.property(PAPER_TEXT, PAPER_TEXT, (asked, texts) => {
        const query = readQuery(model, { ...asked, authors: [] });
        const segment = segmentOf(model, [paper(texts)]);
        const [candidate] = findCandidates([segment], query, query.vector, {}, 10);
        const cosine = cosineOf(scanVector(query.vector), segment, 0);
        const expected = cosine + WEIGHTS.words * bm25Of(query.words, segment, 0);
        expect(candidate?.score).toBeCloseTo(expected, 9);
      }),
    );
  });
});
