import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVocabulary, packVocabulary, slotCount } from '../../../../lib/related/model/vocabulary';

const TERM = fc.oneof(
  fc.string({ minLength: 1, maxLength: 6 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
  fc.constantFrom('agent', 'agents', 'coding agent', 'é', '强化', 'e'),
);
const vocabularyOf = (terms: readonly string[]) => createVocabulary(packVocabulary(terms));

describe('createVocabulary', () => {
  it('equals a map of the same terms, for known terms and unknown ones', () => {
    fc.assert(
      fc.property(fc.uniqueArray(TERM, { maxLength: 60 }), TERM, (terms, asked) => {
        const vocabulary = vocabularyOf(terms);
        const map = new Map(terms.map((term, row) => [term, row]));
        expect([...vocabulary]).toEqual([...map]);
        expect([...vocabulary.keys()]).toEqual(terms);
        expect(vocabulary.size).toBe(terms.length);
        for (const term of [...terms, asked, `${asked}s`, '']) {
          expect(vocabulary.get(term)).toBe(map.get(term));
          expect(vocabulary.has(term)).toBe(map.has(term));
        }
      }),
    );
  });

  it('distinguishes terms with the same beginning', () => {
    const terms = ['agent', 'agents', 'agentic'];
    const vocabulary = vocabularyOf(terms);
    expect(terms.map((term) => vocabulary.get(term))).toEqual([0, 1, 2]);
    expect(vocabulary.get('agen')).toBeUndefined();
  });
});

describe('packVocabulary', () => {
  it('refuses more terms than a slot can name', () => {
    const terms = Array.from({ length: 0xff_ff }, (_, row) => String(row));
    expect(() => packVocabulary(terms)).toThrow('65535 terms');
  });

  it.each([0, 1, 3, 21_000, 26_000])('leaves a free slot after %i terms', (terms) => {
    expect(slotCount(terms)).toBeGreaterThan(terms);
    expect(Math.log2(slotCount(terms)) % 1).toBe(0);
  });
});
