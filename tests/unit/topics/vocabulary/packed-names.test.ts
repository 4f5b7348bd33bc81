import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNameFinder } from '../../../../lib/topics/find/find-names';
import { NO_TOPIC, packNames, readPackedNames } from '../../../../lib/topics/vocabulary/packed-names';
import { hashesOf, readPackedTerms, sortTerms } from '../../../../lib/topics/vocabulary/packed-terms';

const WORDS = ['sparse', 'attention', 'model', 'flow'];

function read(keys: readonly string[], others: readonly (readonly [string, number])[] = []) {
  const texts = sortTerms(WORDS);
  const terms = readPackedTerms(hashesOf(texts), (number) => texts[number] ?? '');
  const names = readPackedNames(packNames(keys, others, terms), terms);
  return {
    ...names,
    findIn: (text: readonly string[]) => names.find(termsOf(text), text.map(terms.numberOf)),
  };
}

const termsOf = (text: readonly string[]) => text.map((term) => ({ term, isJoined: true }));

describe('readPackedNames', () => {
  it('finds topics by their own and by other keys', () => {
    const names = read(['sparse attention', 'flow'], [['sparse model', 0]]);
    expect(['sparse attention', 'sparse model', 'flow'].map(names.topicOf)).toEqual([0, 0, 1]);
    expect(['sparse', 'other'].map(names.topicOf)).toEqual([NO_TOPIC, NO_TOPIC]);
    expect([0, 1].map(names.keyAt)).toEqual(['sparse attention', 'flow']);
  });

  it('finds what the finder of maps finds', () => {
    const word = fc.constantFrom(...WORDS, 'unknown');
    const key = fc
      .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
      .map((terms) => terms.join(' '));
    fc.assert(
      fc.property(fc.uniqueArray(key), fc.array(word), (keys, text) => {
        const finder = createNameFinder();
        for (const [topic, one] of keys.entries()) finder.add(one, topic);
        expect(read(keys).findIn(text)).toEqual(finder.find(termsOf(text)));
      }),
    );
  });
});
