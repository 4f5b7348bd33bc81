import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countFeatures,
  findOccurrences,
  isPhraseGap,
  letterGroups,
  readFeatures,
  wordIdOf,
} from '../../../../lib/related/rank/features';
import { MAX_CHARS, readWords } from '../../../../lib/related/segments/paper-words';
import { WORD_IDS } from '../../../../lib/related/model/word-model';
import { PAPER_TEXT } from '../../../support/related/related-texts';
import { wordModel } from '../../../support/related/word-model';

const model = wordModel({ words: ['agent', 'coding', 'flow'], phrases: ['coding agent'] });
const { words, phrases, buckets } = model.header;

function occurrencesIn(abstract: string, from = model) {
  return findOccurrences(from, readWords({ title: '', abstract }));
}

/** Known words and phrases by their terms, others as `?`. */
function read(text: string): readonly string[] {
  const names = [...model.rows.keys()];
  return occurrencesIn(text).map(({ rows: [row = -1] }) => names[row] ?? '?');
}

describe('findOccurrences', () => {
  it.each([
    ['words, folded and without their plural', 'Agents, flows', ['agent', 'flow']],
    ['a known phrase before its second word', 'Coding agents', ['coding', 'coding agent', 'agent']],
    ['a phrase over a hyphen or a line break', 'coding-\nagents', ['coding', 'coding agent', 'agent']],
    ['no phrase over a stop', 'coding. Agents', ['coding', 'agent']],
    ['no phrase over a word between', 'coding the agent', ['coding', 'agent']],
    ['an unknown word', 'flow unheard', ['flow', '?']],
    ['no stop words, numbers and lone letters', 'the x 42 of flow', ['flow']],
  ])('finds %s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('gives each its position in the text', () => {
    const text = 'The Coding-Agents flow';
    const found = occurrencesIn(text).map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(['Coding', 'Coding-Agents', 'Agents', 'flow']);
  });

  it('gives each its term, a phrase that of its last word, and says where it stands', () => {
    const found = findOccurrences(model, readWords({ title: 'Flows', abstract: "Coding agent's" }));
    expect(found.map(({ field, weight, term }) => [field, weight, term])).toEqual([
      ['title', 2, 'flow'],
      ['abstract', 1, 'coding'],
      ['abstract', 1, 'agent'],
      ['abstract', 1, 'agent'],
    ]);
  });

  it('spreads an unknown word over rows of its letter groups', () => {
    const [found] = occurrencesIn('unheard');
    expect(found?.rows).toHaveLength(letterGroups('unheard').length);
    for (const row of found?.rows ?? []) {
      expect(row).toBeGreaterThanOrEqual(words + phrases);
      expect(row).toBeLessThan(words + phrases + buckets);
    }
  });

  it('reads only the beginning of a full text', () => {
    const found = occurrencesIn('flow '.repeat(20_000));
    expect(found).toHaveLength(MAX_CHARS / 5);
  });

  it('gives an unknown word no row when the model has no letter groups', () => {
    const bare = { ...model, header: { ...model.header, buckets: 0 } };
    expect(occurrencesIn('unheard', bare)[0]?.rows).toEqual([]);
  });
});

describe('readFeatures', () => {
  it('counts words of the title twice', () => {
    const { rows, words: counts } = readFeatures(model, { title: 'Agents', abstract: 'An agent. Flow.' });
    expect(Object.fromEntries(rows)).toEqual({ 0: 3, 2: 1 });
    expect(Object.fromEntries(counts)).toEqual({ 0: 3, 2: 1 });
  });

  it('gives each occurrence its weight, whatever rows stand for it', () => {
    fc.assert(
      fc.property(PAPER_TEXT, (paper) => {
        const occurrences = findOccurrences(model, readWords(paper));
        const { rows } = countFeatures(occurrences);
        const expected = occurrences.reduce((sum, { weight }) => sum + weight, 0);
        expect([...rows.values()].reduce((sum, times) => sum + times, 0)).toBeCloseTo(expected, 6);
      }),
    );
  });
});

describe('wordIdOf', () => {
  it('gives a known word its row, and an unknown one an id beyond all words that fits 16 bits', () => {
    expect(wordIdOf(model, 'coding')).toBe(1);
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (term) => {
        fc.pre(!model.rows.has(term));
        expect(wordIdOf(model, term)).toBeGreaterThanOrEqual(words);
        expect(wordIdOf(model, term)).toBeLessThan(WORD_IDS);
      }),
    );
  });
});

describe('letterGroups', () => {
  it.each([
    ['lora', ['<lor', 'lora', 'ora>']],
    ['rl', ['<rl>']],
    ['x', ['<x>']],
  ])('gives %s its groups', (term, groups) => {
    expect(letterGroups(term)).toEqual(groups);
  });
});

describe('isPhraseGap', () => {
  it.each([
    [' ', true],
    ['-\n', true],
    ['’ ', true],
    ['', true],
    ['. ', false],
    [' / ', false],
    [', ', false],
  ])('says of %j: %s', (gap, expected) => {
    expect(isPhraseGap(`a${gap}b`, 1, 1 + gap.length)).toBe(expected);
  });
});
