import { describe, expect, it } from 'vitest';
import { countTerms, createIndexBuilder } from '../../../../tools/eval-related/inverted-index';

describe('countTerms', () => {
  it('counts the words of title and abstract together, including function words', () => {
    const counts = countTerms({ title: 'The ocean', abstract: 'Waves of the ocean.' });

    expect(Object.fromEntries(counts)).toEqual({ the: 2, ocean: 2, wave: 1, of: 1 });
  });
});

describe('createIndexBuilder', () => {
  it('lists for each word the texts that have it, and how often', () => {
    const builder = createIndexBuilder();
    builder.add({ title: 'ocean ocean tide' });
    builder.add({ title: '' });
    builder.add({ title: 'tide', abstract: 'flow' });

    const { terms, starts, texts, times, lengths } = builder.finish();

    const postings = [...terms].map(([term, id]) => {
      const from = starts[id] ?? 0;
      const to = starts[id + 1] ?? 0;
      return [term, [...texts.subarray(from, to)], [...times.subarray(from, to)]];
    });
    expect(postings).toEqual([
      ['ocean', [0], [2]],
      ['tide', [0, 2], [1, 1]],
      ['flow', [2], [1]],
    ]);
    expect([...lengths]).toEqual([3, 0, 2]);
  });

  it('grows with its texts, and counts a word at most 255 times', () => {
    const builder = createIndexBuilder();
    const distinct = Array.from({ length: 66_000 }, (_, number) => `w${number}x`).join(' ');
    builder.add({ title: distinct });
    builder.add({ title: 'ocean '.repeat(300) });

    const { terms, texts, times } = builder.finish();

    expect(terms.size).toBe(66_001);
    expect(texts.at(-1)).toBe(1);
    expect(times.at(-1)).toBe(255);
  });
});
