import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNameFinder, type NameFinder } from '../../../../lib/topics/find/find-names';

function finderOf(keys: readonly string[]): NameFinder {
  const finder = createNameFinder();
  for (const [topic, key] of keys.entries()) finder.add(key, topic);
  return finder;
}

const joined = (terms: readonly string[]) =>
  terms.map((term, position) => ({ term, isJoined: position > 0 }));

describe('createNameFinder', () => {
  it('finds names and the names inside them', () => {
    const found = finderOf(['coding agent', 'agent', 'agent memory']).find(
      joined(['coding', 'agent', 'memory']),
    );

    expect(found).toEqual([
      { topic: 0, from: 0, to: 2 },
      { topic: 1, from: 1, to: 2 },
      { topic: 2, from: 1, to: 3 },
    ]);
  });

  it('finds no name across punctuation', () => {
    const terms = [
      { term: 'coding', isJoined: false },
      { term: 'agent', isJoined: false },
    ];
    expect(finderOf(['coding agent']).find(terms)).toEqual([]);
  });

  it('knows exact keys only', () => {
    const finder = finderOf(['flow matching']);
    expect(finder.topicOf('flow matching')).toBe(0);
    expect(['flow', 'flow matching model', ''].flatMap((key) => finder.topicOf(key) ?? [])).toEqual([]);
  });

  it('lets two keys stand for one topic', () => {
    const finder = finderOf(['flow matching']);
    finder.add('flow matching model', 0);
    expect(finder.topicOf('flow matching model')).toBe(0);
  });

  it('finds what a slow search finds', () => {
    const term = fc.constantFrom('a', 'b', 'c');
    const name = fc.array(term, { minLength: 1, maxLength: 3 }).map((terms) => terms.join(' '));
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { maxLength: 8 }),
        fc.array(term, { maxLength: 12 }),
        (names, terms) => {
          const expected = terms.flatMap((_, from) =>
            terms.flatMap((__, last) => {
              const topic = last < from ? -1 : names.indexOf(terms.slice(from, last + 1).join(' '));
              return topic === -1 ? [] : [{ topic, from, to: last + 1 }];
            }),
          );
          expect(finderOf(names).find(joined(terms))).toEqual(expected);
        },
      ),
    );
  });

  it('stays correct with more terms than fit a fast edge', () => {
    const keys = Array.from({ length: 40_000 }, (_, number) => `term${number} end`);
    const finder = finderOf(keys);
    expect([0, 32_767, 32_768, 39_999].map((number) => finder.topicOf(`term${number} end`))).toEqual([
      0, 32_767, 32_768, 39_999,
    ]);
  });
});
