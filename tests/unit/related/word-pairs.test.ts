import { describe, expect, it } from 'vitest';
import { contributionsOf } from '../../../lib/related/contributions';
import { readOccurrences } from '../../../lib/related/features';
import { readQuery } from '../../../lib/related/rank-query';
import { createPairFinder } from '../../../lib/related/word-pairs';
import { wordModel } from '../../support/word-model';

/** Water words are close to each other, those of programs to each other. */
const model = wordModel({
  words: ['ocean', 'sea', 'wave', 'script', 'program', 'lonely'],
  phrases: [],
  vectors: {
    ocean: [100, 10],
    sea: [90, 20],
    wave: [80, 0, 30],
    script: [0, 0, 0, 100],
    program: [0, 0, 10, 90],
    lonely: [0, 0, 0, 0, 0, 100],
  },
  prior: [],
});

function pairs(query: string, paper: { readonly title: string; readonly abstract?: string }) {
  const asked = { title: query, authors: [] };
  const ranked = readQuery(model, asked);
  const contributions = contributionsOf(model, ranked, ranked.vector, readOccurrences(model, paper));
  return createPairFinder(model, asked)(paper, contributions);
}

describe('createPairFinder', () => {
  it('tells a word of the paper with the word of the query that is closest in meaning', () => {
    const found = pairs('Scripts of the Ocean', { title: 'Seas', abstract: 'A program. Seas.' });
    expect(found.map(({ phrase, own }) => [phrase, own])).toEqual([
      ['Seas', 'Ocean'],
      ['program', 'Scripts'],
    ]);
  });

  it('gives what all places of the word bring, and where they are', () => {
    const [found] = pairs('Ocean', { title: 'Sea', abstract: 'The sea.' });
    expect(found?.share).toBeCloseTo(1, 1);
    expect(found?.places).toEqual([
      { field: 'title', start: 0, end: 3 },
      { field: 'abstract', start: 4, end: 7 },
    ]);
  });

  it('gives at most two, the strongest first', () => {
    const found = pairs('Ocean script', { title: 'Sea wave program' });
    expect(found.map(({ own }) => own)).toEqual(['Ocean', 'script']);
    expect(found[0]?.share).toBeGreaterThanOrEqual(found[1]?.share ?? 0);
  });

  it.each([
    ['a word that is close to none', 'Ocean', 'lonely'],
    ['an unknown word, whose letter groups only look alike', 'oceanic', 'oceanica'],
    ['an unknown word of one letter group', 'Ocean', 'rl'],
    ['a text without words', 'Ocean', '🙂'],
    ['a query without words', '🙂', 'ocean'],
  ])('tells nothing of %s', (_, query, title) => {
    expect(pairs(query, { title })).toEqual([]);
  });
});
