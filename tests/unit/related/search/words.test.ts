import { describe, expect, it } from 'vitest';
import { countedTerms, hasRun, isTyped } from '../../../../lib/related/search/words';

const typed = (text: string, isOpen = false) => ({ terms: text.split(' '), isOpen });

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
