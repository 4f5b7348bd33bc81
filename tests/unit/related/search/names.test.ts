import { describe, expect, it } from 'vitest';
import { nameMarks, nameTest } from '../../../../lib/related/search/names';

const marks = nameMarks({ authors: ['Jane Doe', 'Zoë Wu'], organisation: 'Ocean Institute' });
const isFound = (term: string, isOpen = false): boolean => marks.some(nameTest(term, isOpen));

describe('nameMarks and nameTest', () => {
  it.each(['jane', 'doe', 'zoe', 'wu', 'ocean', 'institute'])('finds the word %s of a name', (term) => {
    expect(isFound(term)).toBe(true);
  });

  it.each(['jan', 'ocea', 'inst', 'doe', 'wu'])('finds a name that begins with %s', (term) => {
    expect(isFound(term, true)).toBe(true);
  });

  it('finds no beginning where a whole word was typed', () => {
    expect(isFound('ocea')).toBe(false);
    expect(isFound('roe')).toBe(false);
  });

  it('needs three letters for the beginning of a name', () => {
    expect(isFound('do', true)).toBe(false);
  });

  it('keeps two words in a number, each word once', () => {
    expect(marks).toHaveLength(3);
    expect(nameMarks({ authors: ['Doe Doe', 'Doe'] })).toHaveLength(1);
    expect(nameMarks({ authors: ['J. D.', '🙂', ''] })).toEqual([]);
  });

  it('lets few names through by chance', () => {
    const others = Array.from({ length: 2000 }, (_, index) => `x${(index * 7919).toString(36)}q`);
    const hits = others.filter((term) => isFound(term));
    const openHits = others.filter((term) => isFound(term, true));
    expect(hits.length).toBeLessThan(5);
    expect(openHits.length).toBeLessThan(100);
  });
});
