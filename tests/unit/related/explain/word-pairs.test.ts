import { describe, expect, it } from 'vitest';
import { createPairFinder } from '../../../../lib/related/explain/word-pairs';
import { splitPaper } from '../../../support/related/segments';
import { wordModel } from '../../../support/related/word-model';

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

function pairs(asked: string, paper: { readonly title: string; readonly abstract?: string }) {
  const { query, fields, contributions } = splitPaper(model, { title: asked }, paper);
  const find = createPairFinder(model, query);
  return find(fields, contributions, ({ wordId }) => wordId !== null && query.words.table[wordId] === 0);
}

describe('createPairFinder', () => {
  it('tells a word of the paper with the word of the query that is closest in meaning', () => {
    const found = pairs('Scripts of the Ocean', { title: 'Seas', abstract: 'A program. Seas.' });
    expect(found.map(({ phrase, own }) => [phrase, own])).toEqual([
      ['Seas', 'Ocean'],
      ['program', 'Scripts'],
    ]);
  });

  it('gives what all positions of the word bring, and where they are', () => {
    const [found] = pairs('Ocean', { title: 'Sea', abstract: 'The sea.' });
    expect(found?.share).toBeCloseTo(1, 1);
    expect(found?.positions).toEqual([
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
