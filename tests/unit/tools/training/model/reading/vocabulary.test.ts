import { describe, expect, it } from 'vitest';
import {
  BREAK,
  TermCollector,
  type TermStreams,
} from '../../../../../../tools/training/model/reading/term-streams';
import { chooseVocabulary, NO_ROW } from '../../../../../../tools/training/model/reading/vocabulary';

function collect(texts: readonly string[]): TermStreams {
  const collector = new TermCollector();
  for (const text of texts) collector.add(text);
  return collector.finish();
}

describe('TermCollector', () => {
  it('puts a break wherever no phrase may reach across', () => {
    const { terms, stream, starts } = collect(['Coding agents, robots of the sea', '', 'agents']);

    expect(Array.from(stream, (id) => terms[id])).toEqual([
      '',
      'coding',
      'agent',
      '',
      'robot',
      '',
      'sea',
      '',
      'agent',
    ]);
    expect(starts).toEqual([0, 7, 7, 9]);
    expect(terms[BREAK]).toBe('');
  });
});

describe('chooseVocabulary', () => {
  const texts = [
    'graph neural networks; graph neural networks',
    'neural networks on robots',
    'zebra zebra zebra zebra',
  ];

  it('takes the most frequent words, then phrases, of the first texts only', () => {
    const { terms, words, phrases } = chooseVocabulary(collect(texts), 2, { words: 3, phrases: 2 });

    expect(terms).toEqual(['network', 'neural', 'graph', 'neural network', 'graph neural']);
    expect([words, phrases]).toEqual([3, 2]);
  });

  it('orders equally frequent words by letters, not by position', () => {
    const { terms } = chooseVocabulary(collect(['walrus beaver otter']), 1, { words: 2, phrases: 0 });

    expect(terms).toEqual(['beaver', 'otter']);
  });

  it('gives no row to a phrase that occurs once, nor to a word beyond the limit', () => {
    const streams = collect(['walrus beaver otter']);
    const { phrases, rowOfTerm, rowOfPhrase } = chooseVocabulary(streams, 1, { words: 1, phrases: 5 });

    expect(phrases).toBe(0);
    expect(rowOfPhrase.size).toBe(0);
    expect(Array.from(rowOfTerm).filter((row) => row === NO_ROW)).toHaveLength(3);
  });

  it('returns fewer rows if there are fewer words', () => {
    expect(chooseVocabulary(collect(['']), 1, { words: 5, phrases: 5 })).toMatchObject({
      terms: [],
      words: 0,
      phrases: 0,
    });
  });
});
